import ballerina/http;

service / on new http:Listener(9443, secureSocket = {key: {certFile: "cert.pem", keyFile: "key.pem"}}) {
}
