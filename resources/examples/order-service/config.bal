# When the customer's account is charged.
enum Payment {
    # As soon as the order is accepted.
    CAPTURE_AT_ONCE,
    # When the parcel leaves the warehouse.
    CAPTURE_ON_SHIPMENT,
    # The customer receives an invoice.
    ON_INVOICE
}

# Currency of all prices, as a three-letter code.
@display {label: "Currency"}
configurable string currency = ?;

# Most positions that one order may have.
@display {label: "Largest order"}
configurable int maxItemsPerOrder = 50;

# Accept orders for goods that are out of stock.
@display {label: "Back orders"}
configurable boolean acceptBackorders = false;

# Value of an order from which shipping is free.
@display {label: "Free shipping from"}
configurable decimal freeShippingFrom = 75.0;

# When the customer's account is charged.
@display {label: "Payment"}
configurable Payment payment = CAPTURE_AT_ONCE;

# Web pages that may call the service from a browser.
@display {label: "Allowed origins"}
configurable string[] allowedOrigins = ["https://shop.acme.example"];

# Value added tax by country, as a fraction of the price.
@display {label: "Tax rates"}
configurable map<decimal> taxRates = ?;
