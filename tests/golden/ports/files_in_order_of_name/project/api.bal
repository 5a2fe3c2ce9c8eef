import ballerina/http;

service /a on new http:Listener(9502) {
}
