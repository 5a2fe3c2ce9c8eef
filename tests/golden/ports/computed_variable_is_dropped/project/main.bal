import ballerina/http;

int port = 8999 + 1;

listener http:Listener web = new (port);

service / on web {
}
