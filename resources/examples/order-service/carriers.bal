import ballerina/io;

const CARRIER_FILE = "data/carriers.csv";

type Carrier record {|
    string code;
    string name;
    # Blank-separated ISO codes.
    string countries;
    decimal max_weight_kg;
|};

final readonly & Carrier[] carriers = check readCarriers();

isolated function readCarriers() returns readonly & Carrier[]|error {
    Carrier[] rows = check io:fileReadCsv(CARRIER_FILE);
    return rows.cloneReadOnly();
}

# Code of the first carrier that delivers to a country.
isolated function carrierFor(string country) returns string|error {
    foreach Carrier carrier in carriers {
        if re ` `.split(carrier.countries).indexOf(country) !is () {
            return carrier.code;
        }
    }
    return error(string `no carrier delivers to ${country}`);
}
