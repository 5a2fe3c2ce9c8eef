import ballerina/http;

service /t on new http:Listener(9600) {
}
