import ballerina/http;

service / on new http:Listener(9090) {
}
