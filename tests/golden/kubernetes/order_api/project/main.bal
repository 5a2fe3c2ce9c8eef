import ballerina/http;

# Most orders of one request.
configurable int 'limit = 3;

configurable string password = ?;

service /orders on new http:Listener(9090) {
    resource function get healthz() returns boolean => true;

    resource function get readyz() returns boolean => true;
}
