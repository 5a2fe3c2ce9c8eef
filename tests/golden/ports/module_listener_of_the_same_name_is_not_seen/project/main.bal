import ballerina/http;
import acme/sales.other as _;

listener http:Listener web = new (9701);

service / on web {
}
