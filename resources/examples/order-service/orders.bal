import acme/orders.stock;
import acme/orders.storage;
import ballerina/http;
import ballerina/log;
import ballerina/uuid;

listener http:Listener api = new (9090, timeout = 30);

# Orders of the web shop.
@http:ServiceConfig {
    cors: {
        allowOrigins: allowedOrigins,
        allowMethods: ["GET", "POST", "DELETE"]
    }
}
service /orders on api {

    # Accepts an order when all of it can be delivered.
    resource function post .(NewOrder newOrder) returns http:Created|http:BadRequest|http:Conflict|error {
        if newOrder.positions.length() > maxItemsPerOrder {
            return <http:BadRequest>{body: <Rejection>{reason: string `at most ${maxItemsPerOrder} positions`}};
        }
        decimal? rate = taxRates[newOrder.country];
        if rate is () {
            return <http:BadRequest>{body: <Rejection>{reason: string `no delivery to ${newOrder.country}`}};
        }
        string[] missing = check findMissing(newOrder.positions);
        if missing.length() > 0 && !acceptBackorders {
            return <http:Conflict>{body: <Rejection>{reason: string `out of stock: ${", ".join(...missing)}`}};
        }
        Confirmation confirmation = check place(newOrder, rate, missing.length() == 0);
        log:printInfo("order accepted", id = confirmation.id, total = confirmation.total);
        return <http:Created>{body: confirmation, headers: {"Location": string `/orders/${confirmation.id}`}};
    }

    # One order with its status.
    resource function get [string id]() returns storage:Order|http:NotFound|error {
        storage:Order? found = check storage:find(id);
        return found ?: http:NOT_FOUND;
    }

    # The latest orders of a customer.
    resource function get customers/[string customer]/latest(int 'limit = 20) returns storage:Order[]|error {
        return storage:latest(customer, 'limit);
    }

    # Cancels an order that is not shipped yet.
    resource function delete [string id]() returns http:NoContent|http:Conflict|error {
        boolean cancelled = check storage:cancel(id);
        return cancelled ? http:NO_CONTENT : <http:Conflict>{body: <Rejection>{reason: "already shipped"}};
    }
}

# Goods that come back.
service /returns on api {

    resource function post [string id](Position[] positions) returns http:Accepted|error {
        foreach Position position in positions {
            check stock:putBack(position.article, position.quantity);
        }
        check storage:setStatus(id, storage:RETURNED);
        return http:ACCEPTED;
    }
}

isolated function findMissing(Position[] positions) returns string[]|error {
    string[] missing = [];
    foreach Position position in positions {
        int available = check stock:available(position.article);
        if available < position.quantity {
            missing.push(position.article);
        }
    }
    return missing;
}

function place(NewOrder newOrder, decimal rate, boolean complete) returns Confirmation|error {
    decimal net = from Position position in newOrder.positions
        collect sum(position.price * <decimal>position.quantity);
    decimal shipping = net >= freeShippingFrom ? 0 : 4.90d;
    storage:Order placed = {
        id: uuid:createType4AsString(),
        customer: newOrder.customer,
        status: complete ? storage:ACCEPTED : storage:WAITING,
        total: (net * (1 + rate) + shipping).round(2),
        currency,
        payment
    };
    check storage:insert(placed);
    return {id: placed.id, status: placed.status, total: placed.total, carrier: check carrierFor(newOrder.country)};
}
