// Everything that the scanner knows, once.
import ballerina/http;
import ballerina/cloud as _;
import acme/shop.db as store;

# Port of the API.
@display {label: "API port"}
configurable int port = 9090;
configurable store:Settings & readonly settings = ?;
configurable table<Row> key(id) rows = table [{id: 1, name: string `a ${"}"} b`}];
configurable map<("a"|"b")[]>? choices = {};

enum Level { LOW, HIGH = "high" }
const LIMIT = 0x1F;

# A row.
# + id - its number
type Row record {|
    *Base;
    readonly int id;
    string name = "it's {";
    Level level?;
    Row? next;
    int|string...;
|};
type Base record { decimal rate = 1.5d; };

listener http:Listener shared = new (port, {host: "0.0.0.0"});

@http:ServiceConfig {cors: {allowOrigins: ["*"]}}
isolated service /orders/v1\-0 on shared, new http:Listener(9091) {
    resource function get healthz/[string... all]() returns record {| int n; |}|error {
        return {n: re `[a-z]{2}`.find("x") is () ? 1 : 2}; // }
    }
    isolated resource function 'default .(http:Request 'request) => ();
}

@cloud:Task {schedule: {minutes: "*/5", hours: "*", dayOfMonth: "*", monthOfYear: "*", daysOfWeek: "*"}}
public function main(string... arguments) returns error? {
    foreach int i in 0 ..< 10 { check store:run(i); }
}

service class Worker { function init(int[] a) { } }
