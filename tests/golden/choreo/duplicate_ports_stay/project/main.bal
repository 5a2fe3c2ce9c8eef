import ballerina/http;

listener http:Listener web = new (9090);

service /a on web {
}

service /b on new http:Listener(8080) {
}

service /c on web {
}
