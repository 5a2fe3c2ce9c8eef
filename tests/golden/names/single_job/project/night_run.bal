import ballerina/cloud;

@cloud:Task
public function main() {
}
