import contoso/catalog.search.index;
import ballerina/graphql;
import ballerina/http as web;
import ballerinax/kafka;

# Port of the graph, shared with its pictures.
configurable int graphPort = 4000;

# Topics that tell of changed products.
configurable string[] topics = ["products", "prices"];

# How words are compared.
configurable index:Matching matching = "prefix";

listener web:Listener shared = new (graphPort, httpVersion = web:HTTP_2_0);
listener graphql:Listener graph = new (shared, introspection: false);
listener kafka:Listener changes = new ("kafka:9092", groupId = "catalog", topics = topics);

@graphql:ServiceConfig {
    graphiql: {enabled: true, path: "/explore"}
}
isolated service graphql:Service /graph on graph {
    isolated resource function get product(string id) returns Product? => find(id);

    resource function get products/byName(string name) returns Product[] => index:search(name, matching);

    resource function subscribe changed() returns stream<Product, error?> => changedProducts();

    remote function rename(string id, string name) returns Product|error => store(id, name);
}

service /pictures on shared, new web:Listener(4001) {
    resource function get [string id]/[string... size]() returns byte[]|web:NotFound => picture(id, size);

    resource function head [string id]() returns web:Ok => web:OK;

    resource function 'default .(web:Request request) returns web:NotFound => web:NOT_FOUND;
}

// Not a port of ours: messages are fetched.
service on changes {
    remote function onConsumerRecord(Product[] products) returns error? => index:refresh(products);
}
