import ballerina/http;

configurable int 'limit = 5;

configurable record {|string host; string password;|} store = {host: "localhost", password: ""};

configurable record {|string apiKey;|} payment = {apiKey: ""};

service /orders on new http:Listener(9090) {
    resource function get ready() returns string {
        return "ready";
    }
}
