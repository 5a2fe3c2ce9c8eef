# How many connections are kept.
#
# + maxOpen - most connections at a time, over all requests
# + minIdle - connections that stay open without work
# + lifetime - seconds until a connection is replaced
public type Pool record {|
    int maxOpen = 10;
    int minIdle = 2;
    decimal lifetime = 1800.0;
|};

# Host name of the order database.
configurable string host = "localhost";

# Port of the order database.
configurable int port = 3306;

# Account at the order database.
configurable string user = ?;

# Password of the account. Comes from a Secret; never written to a file.
configurable string password = ?;

# Name of the schema that holds the orders.
configurable string database = "orders";

# Connections to the order database.
configurable Pool pool = {};
