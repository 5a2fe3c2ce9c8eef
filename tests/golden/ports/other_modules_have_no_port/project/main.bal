import ballerina/ftp;
import ballerina/http;
import ballerinax/kafka;

service on new kafka:Listener("localhost:9092") {
}

service on new ftp:Listener(port = 21) {
}

service / on new http:Listener(9090) {
}
