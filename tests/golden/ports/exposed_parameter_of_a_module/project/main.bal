import ballerina/http;
import acme/sales.queue;

int port = 9212;

listener http:Listener web = new (9213);

listener queue:Listener first = new (9211);

listener queue:Listener second = new (port);

listener queue:Listener third = new (web);

service on first {
}

service on second {
}

service on third {
}
