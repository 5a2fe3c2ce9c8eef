import ballerina/http;
import ballerinax/awslambda;
import ballerinax/azure_functions as af;

# Where rates come from.
configurable string ratesUrl = ?;
configurable string apiKey = ?;
configurable int cacheSeconds = 60;

service /quotes on new http:Listener(9090) {
    resource function get latest() returns string => "42";
}

service "rates" on new af:QueueListener() {
    remote function onMessage(string message) returns error? {
    }
}

@awslambda:Function
public function refresh(awslambda:Context context, json input) returns json|error {
    return {seconds: cacheSeconds};
}
