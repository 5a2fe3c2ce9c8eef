import ballerina/http;

listener http:Listener web = new (9090);

service /a on web {
}

service /b on web {
}
