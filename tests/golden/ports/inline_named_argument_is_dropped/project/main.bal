import ballerina/http;

service /a on new http:Listener(port = 9090) {
}

service /b on new http:Listener(9091) {
}
