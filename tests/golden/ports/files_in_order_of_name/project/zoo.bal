import ballerina/http;

service /z on new http:Listener(9501) {
}
