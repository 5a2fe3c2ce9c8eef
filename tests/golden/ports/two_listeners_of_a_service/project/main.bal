import ballerina/http;

listener http:Listener second = new (9082);

service / on new http:Listener(9081), second {
}
