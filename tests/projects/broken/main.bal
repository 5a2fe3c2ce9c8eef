import ballerina/http;
import acme/broken.store;

const int FIXED_PORT = 9094;
enum Level { INFO = "info", DEBUG = "debug" }

configurable int port = 8080;
configurable int adminPort = ?;
configurable decimal rate = 0.5;
configurable Level level = INFO;
configurable record {| int perDay; int perHour = 10; |} limits = ?;

listener http:Listener typed = new http:Listener(9090);
listener http:Listener checked = check new (9091);
listener http:Listener standard = http:getDefaultListener();
listener http:Listener summed = new (9000 + 92);

service /main on new http:Listener(port) {
    resource function get healthz() returns string => "up";
}

service /admin on new http:Listener(adminPort) {
}

service /a on typed {
}

service /b on checked {
}

service /c on standard {
}

service /d on summed {
}

service /e on new http:Listener(FIXED_PORT) {
}

service /f on new http:Listener(0x2387) {
}

service /g on new http:Listener(port = 9095) {
}

service /h on http:getDefaultListener() {
}

service /i on new http:Listener(9096), typed {
}

service /j on store:shared {
}

service /k on new http:Listener(9097) {
    resource function get .() returns string => store:url;
}
