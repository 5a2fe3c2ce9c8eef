import ballerina/http;
import ballerina/log;

listener http:Listener httpDefaultListener = http:getDefaultListener();

service /portal on httpDefaultListener {
    resource function get customers/[string id]() returns error|json|http:InternalServerError {
        do {
            return check read(id);
        } on fail error failure {
            log:printError("no customer", failure);
            return error("unhandled error", failure);
        }
    }
}

service /portal/admin on new http:Listener(adminPort) {
    resource function get .() returns string => "admin";

    resource function get status/live() returns http:Ok => {body: "live"};
}
