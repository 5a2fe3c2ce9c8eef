import acme/orders.storage;
import ballerina/http;

// A port of its own: a busy API does not delay the answers, and the probes stay inside the cluster.
service /probes on new http:Listener(9091) {

    # The program runs.
    resource function get healthz() returns http:Ok => {body: {status: "up"}};

    # The program can take orders: its database answers.
    resource function get readyz() returns http:Ok|http:ServiceUnavailable {
        error? failure = storage:ping();
        if failure is error {
            return <http:ServiceUnavailable>{body: {status: "down", reason: failure.message()}};
        }
        return <http:Ok>{body: {status: "ready"}};
    }
}
