import ballerina/http;

service / on web {
}
