import ballerina/http;

listener http:Listener web = new (9093, timeout = 5);

service / on web {
}
