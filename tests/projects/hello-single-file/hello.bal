import ballerina/http;

# Whom to greet when the caller does not say.
configurable string guest = "world";

service / on new http:Listener(8080) {

    # Greets by name: `GET /greeting?name=Ada`.
    resource function get greeting(string? name) returns string => string `Hello, ${name ?: guest}!`;

    resource function get healthz() returns string => "up";
}
