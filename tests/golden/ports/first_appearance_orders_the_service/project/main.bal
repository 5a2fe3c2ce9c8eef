import ballerina/http;

listener http:Listener a = new (9099);

listener http:Listener b = new (8081);

service /b on b {
}

service /c on new http:Listener(7070) {
}

service /a on a {
}

service /d on b {
}
