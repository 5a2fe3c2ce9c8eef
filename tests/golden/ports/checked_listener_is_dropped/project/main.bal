import ballerina/http;

listener http:Listener web = check new (9090);

service / on web {
}
