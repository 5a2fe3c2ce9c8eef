import ballerina/http;

final int port = 9094;

listener http:Listener web = new (port);

service / on web {
}
