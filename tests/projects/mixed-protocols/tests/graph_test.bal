import ballerina/http;
import ballerina/test;

configurable int testPort = 14000;

service /hidden on new http:Listener(testPort) {
}

@test:Config
function findsNothing() {
    test:assertEquals(find("x"), ());
}
