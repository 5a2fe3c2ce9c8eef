import ballerina/http;
import ballerinax/jaeger as _;
import ballerinax/prometheus as _;

service /orders on new http:Listener(9090) {
    resource function get health() returns string => "ok";
}
