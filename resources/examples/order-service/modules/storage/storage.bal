import ballerina/sql;
import ballerinax/mysql;
import ballerinax/mysql.driver as _;

# Where an order stands.
public enum Status {
    WAITING,
    ACCEPTED,
    SHIPPED,
    CANCELLED,
    RETURNED
}

# A row of the table `orders`.
public type Order record {|
    string id;
    string customer;
    Status status;
    decimal total;
    string currency;
    string payment;
|};

final mysql:Client orders = check new (host, user, password, database, port,
    connectionPool = {
        maxOpenConnections: pool.maxOpen,
        minIdleConnections: pool.minIdle,
        maxConnectionLifeTime: pool.lifetime
    }
);

# Fails when the database does not answer.
public isolated function ping() returns error? {
    int _ = check orders->queryRow(`SELECT 1`);
}

public isolated function insert(Order placed) returns error? {
    _ = check orders->execute(`INSERT INTO orders (id, customer, status, total, currency, payment)
        VALUES (${placed.id}, ${placed.customer}, ${placed.status}, ${placed.total}, ${placed.currency},
            ${placed.payment})`);
}

public isolated function find(string id) returns Order?|error {
    Order|sql:Error found = orders->queryRow(`SELECT * FROM orders WHERE id = ${id}`);
    return found is sql:NoRowsError ? () : found;
}

public isolated function latest(string customer, int 'limit) returns Order[]|error {
    stream<Order, sql:Error?> rows = orders->query(`SELECT * FROM orders WHERE customer = ${customer}
        ORDER BY created DESC LIMIT ${'limit}`);
    return from Order row in rows
        select row;
}

# False when the order cannot be cancelled any more.
public isolated function cancel(string id) returns boolean|error {
    sql:ExecutionResult result = check orders->execute(`UPDATE orders SET status = ${CANCELLED}
        WHERE id = ${id} AND status IN (${WAITING}, ${ACCEPTED})`);
    return result.affectedRowCount == 1;
}

public isolated function setStatus(string id, Status status) returns error? {
    _ = check orders->execute(`UPDATE orders SET status = ${status} WHERE id = ${id}`);
}
