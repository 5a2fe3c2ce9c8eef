import ballerina/http;

public listener http:Listener shared = new (9098);

public configurable string url = ?;
