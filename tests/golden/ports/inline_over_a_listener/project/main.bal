import ballerina/graphql;
import ballerina/http;

listener http:Listener web = new (9092);

service /graph on new graphql:Listener(web) {
    resource function get name() returns string => "";
}
