import ballerina/cloud;
import ballerina/http;

@cloud:Task
public function main() {
}

service / on new http:Listener(9090) {
}
