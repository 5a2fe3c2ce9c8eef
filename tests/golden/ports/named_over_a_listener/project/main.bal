import ballerina/graphql;
import ballerina/http;

listener http:Listener web = new (9095);

listener graphql:Listener graph = new (web);

service /graph on graph {
    resource function get name() returns string => "";
}
