import ballerina/http;
import ballerina/io;

# Key of the callers.
configurable string token = ?;

# Words that are not accepted.
configurable string wordFile = "words/words.txt";

configurable int threads = 2;

listener http:Listener api = new (9090);
listener http:Listener status = new (port = 9091);

service / on api {
    resource function post words(string word) returns http:Created|http:BadRequest|error {
        string[] refused = check io:fileReadLines(wordFile);
        return refused.indexOf(word) is () ? http:CREATED : http:BAD_REQUEST;
    }

    resource function get 'order/[int number]/items() returns int => number;
}

service /status on status {
    resource function get .() returns string => "up";

    resource function get ready() returns string => "ready";
}
