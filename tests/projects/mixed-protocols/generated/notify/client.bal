// Written by a tool from the description of the service.
import ballerina/websub;

configurable string callback = "https://catalog.contoso.example/hub";

@websub:SubscriberServiceConfig {target: ["https://hub.contoso.example", "products"], callback}
service /hub on new websub:Listener(9097) {
    remote function onEventNotification(websub:ContentDistributionMessage event) returns websub:Acknowledgement? => ();
}
