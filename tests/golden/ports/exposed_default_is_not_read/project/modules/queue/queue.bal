import ballerina/cloud;
import ballerina/http;

public class Listener {
    public function init(@cloud:Expose int|http:Listener listenOn = 8090) returns error? {
    }

    public function attach(service object {} s, string[]|string? name = ()) returns error? {
    }

    public function detach(service object {} s) returns error? {
    }

    public function 'start() returns error? {
    }

    public function gracefulStop() returns error? {
    }

    public function immediateStop() returns error? {
    }
}
