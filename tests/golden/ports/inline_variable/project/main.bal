import ballerina/http;

int port = 9091;

service / on new http:Listener(port) {
}
