import ballerina/http;

int base = 9090;

int port = base;

service / on new http:Listener(port) {
}
