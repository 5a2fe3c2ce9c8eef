import ballerina/http;

service /alpha on new http:Listener(9402) {
}
