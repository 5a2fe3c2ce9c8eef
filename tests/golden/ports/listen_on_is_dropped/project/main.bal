import ballerina/ai;
import ballerina/http;

listener http:Listener web = new (9099);

listener ai:Listener chat = new (listenOn = web);

service /chat on chat {
}

service /web on web {
}
