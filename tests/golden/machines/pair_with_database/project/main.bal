import ballerina/http;

configurable int port = 9090;
configurable string region = ?;
configurable string dbPassword = ?;

listener http:Listener entry = new (port);

service /orders on entry {
    resource function get health() returns string => "ok";
}
