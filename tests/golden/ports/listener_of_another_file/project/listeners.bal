import ballerina/http;

public int port = 9302;

listener http:Listener web = new (port);
