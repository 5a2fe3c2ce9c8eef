import ballerina/http;
import ballerina/

# Port of the API
configurable int port = 
configurable string[] hosts = ["a", "b"
configurable map<string

@http:ServiceConfig {
service /orders on new http:Listener(9090) {

    resource function get healthz() returns string {
        if ready {
            return string `up ${
    }

    resource function get [string id]

    resource function post .(
}

listener http:Listener admin = new (9091

service /admin on admin {
    resource function get status() returns string {
        return "ready;
    }
}

service /next on new http:
