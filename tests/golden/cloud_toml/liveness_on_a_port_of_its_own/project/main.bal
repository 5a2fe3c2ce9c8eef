import ballerina/http;

service /sales on new http:Listener(9090) {
}

service /probes on new http:Listener(9091) {
    resource function get healthz() {
    }
}
