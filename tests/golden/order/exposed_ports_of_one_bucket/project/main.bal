import ballerina/http;

service /p9106 on new http:Listener(9106) {
}

service /p9090 on new http:Listener(9090) {
}

service /p9122 on new http:Listener(9122) {
}
