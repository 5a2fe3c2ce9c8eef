import ballerina/http;

const int port = 9090;

service / on new http:Listener(port) {
}
