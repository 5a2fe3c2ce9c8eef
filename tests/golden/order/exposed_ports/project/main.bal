import ballerina/http;

service /p9095 on new http:Listener(9095) {
}

service /p9090 on new http:Listener(9090) {
}

service /p8080 on new http:Listener(8080) {
}

service /p9089 on new http:Listener(9089) {
}
