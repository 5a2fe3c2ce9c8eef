// Counts what lies on the shelves and prints what is missing.
import ballerina/io;
import ballerina/log;

# Shelves to count, in this order.
configurable string[] shelves = ?;

# Most pieces that may be missing without a message.
configurable float 'limit = 1.0;

# How the scanner is reached.
type Scanner record {
    string host;
    int port = 9100;
};

@display {
    label: "Scanner at the door",
    iconPath: "scanner.png"
}
configurable Scanner & readonly scanner = ?;

// @cloud:Task {schedule: {minutes: "0", hours: "6", dayOfMonth: "*", monthOfYear: "*", daysOfWeek: "*"}}
public function main(string... arguments) returns error? {
    foreach string shelf in shelves {
        int missing = check count(shelf);
        if <float>missing > 'limit {
            io:println(string `${shelf}: ${missing} missing // see { and }`);
        }
    }
    log:printDebug("counted", shelves = shelves.length());
}

function count(string shelf) returns int|error {
    // service /fake on new http:Listener(1) {
    string hint = "service /fake on new http:Listener(2) { resource function get x() {} }";
    return hint.length() - shelf.length() - scanner.port;
}
