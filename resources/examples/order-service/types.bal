import acme/orders.storage;

# What the web shop sends.
type NewOrder record {|
    string customer;
    # ISO code of the country of delivery.
    string country;
    Position[] positions;
|};

type Position record {|
    string article;
    int quantity;
    # Price of one piece without tax.
    decimal price;
|};

# What the web shop receives.
type Confirmation record {|
    string id;
    storage:Status status;
    decimal total;
    string carrier;
|};

type Rejection record {|
    string reason;
|};
