import ballerina/http;
import ballerina/io;

type Product record {|
    readonly string id;
    string name;
|};

final table<Product> key(id) products = table [
    {id: "p1", name: "Lamp"},
    {id: "p2", name: string `Chair ${"{"}2}`}
];

isolated function find(string id) returns Product? {
    lock {
        return products[id].clone();
    }
}

isolated function store(string id, string name) returns Product|error {
    Product product = {id, name};
    lock {
        products.put(product.clone());
    }
    return product;
}

isolated function changedProducts() returns stream<Product, error?> => new stream<Product, error?>();

isolated function picture(string id, string[] size) returns byte[]|http:NotFound {
    byte[]|io:Error content = io:fileReadBytes(string `pictures/${id}/${"/".join(...size)}.webp`);
    return content is byte[] ? content : http:NOT_FOUND;
}
