import ballerina/http;

listener http:Listener web = new (9000 + 90);

service / on web {
}
