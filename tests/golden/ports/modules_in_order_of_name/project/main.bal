import ballerina/http;
import acme/sales.alpha as _;
import acme/sales.beta as _;

service / on new http:Listener(9403) {
}
