import ballerina/http;

listener http:Listener web = new (9702);

service /other on web {
}
