import ballerina/http;

configurable int port = ?;

listener http:Listener web = new (port);

service / on web {
}
