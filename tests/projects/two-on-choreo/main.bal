import ballerina/http;

listener http:Listener shared = new (9090);

service /hello on shared {
    resource function get .() returns string => "hello";
}

service /bye on shared {
    resource function get .() returns string => "bye";
}
