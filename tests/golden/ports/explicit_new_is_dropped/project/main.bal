import ballerina/http;

listener http:Listener web = new http:Listener(9090);

service / on web {
}
