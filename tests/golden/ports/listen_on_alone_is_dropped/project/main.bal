import ballerina/ai;

listener ai:Listener chat = new (listenOn = 9090);

service /chat on chat {
}
