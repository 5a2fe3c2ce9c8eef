import ballerina/http;

service / on http:getDefaultListener() {
}
