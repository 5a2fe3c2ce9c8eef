import ballerina/http;

# How the stock service is called.
#
# + url - address up to the version, without a slash at its end
# + timeout - seconds until a call is given up
# + retries - further attempts after a failed one
public type Api record {|
    string url;
    decimal timeout = 5.0;
    int retries = 2;
|};

# The stock service of the warehouse.
@display {label: "Stock service"}
configurable Api api = ?;

# Key of this program at the stock service. Comes from a Secret; never written to a file.
@display {label: "Key of the stock service"}
configurable string apiKey = ?;

final http:Client warehouse = check new (api.url,
    timeout = api.timeout,
    retryConfig = {count: api.retries, interval: 0.5, backOffFactor: 2.0},
    auth = {token: apiKey}
);

type Level record {
    int available;
};

# Pieces of an article that can be sold now.
public isolated function available(string article) returns int|error {
    Level level = check warehouse->/articles/[article]/level;
    return level.available;
}

# Books returned pieces back into the stock.
public isolated function putBack(string article, int quantity) returns error? {
    http:Response _ = check warehouse->/articles/[article]/returns.post({quantity});
}
