import ballerina/grpc;
import ballerina/tcp;
import ballerina/udp;
import ballerina/websocket;
import ballerina/websub;
import ballerina/websubhub;

service "chat" on new grpc:Listener(9001) {
}

service on new tcp:Listener(9002) {
}

service on new udp:Listener(9003) {
}

service /ws on new websocket:Listener(9004) {
}

service /news on new websub:Listener(9005) {
}

service /hub on new websubhub:Listener(9006) {
}
