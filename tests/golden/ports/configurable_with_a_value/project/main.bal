import ballerina/http;

configurable int port = 9301;

service / on new http:Listener(port) {
}
