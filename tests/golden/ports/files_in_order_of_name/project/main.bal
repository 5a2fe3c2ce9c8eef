import ballerina/http;

service /m on new http:Listener(9503) {
}
