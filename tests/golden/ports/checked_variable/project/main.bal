import ballerina/http;

http:Listener web = check new (9098);

service / on web {
}
