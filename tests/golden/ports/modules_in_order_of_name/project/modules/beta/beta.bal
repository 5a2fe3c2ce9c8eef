import ballerina/http;

service /beta on new http:Listener(9401) {
}
