import ballerina/http;

listener http:Listener bad = new (9000 + 90);

service /a on new http:Listener(9081), bad {
}

service /b on new http:Listener(9083) {
}
