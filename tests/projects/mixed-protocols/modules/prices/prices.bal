import ballerina/grpc;

listener grpc:Listener endpoint = new (port = 9095);

# Rounds prices to this many digits.
configurable int digits = 2;

# Price of a product by country.
configurable map<map<decimal>> prices = {};

@grpc:Descriptor {value: PRICES_DESCRIPTOR}
service "Prices" on endpoint {
    remote function current(string id) returns decimal|error {
        decimal? price = (prices["EU"] ?: {})[id];
        return price is () ? error grpc:NotFoundError(id) : price.round(digits);
    }
}

const string PRICES_DESCRIPTOR = "0A0C7072696365732E70726F746F1206636F6E746F736F";
