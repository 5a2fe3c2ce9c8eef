import ballerina/http;

int port = 9097;

listener http:Listener first = new (port = 9096);

listener http:Listener second = new (port = port);

service /a on first {
}

service /b on second {
}
