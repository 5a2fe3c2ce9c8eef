import ballerina/cloud as c;

@c:Task
public function main() {
}
