# How a word must look like the searched one.
public type Matching "exact"|"prefix"|"fuzzy";

# Largest number of hits.
configurable int:Unsigned16 hits = 50;

# Addresses of the nodes, tried in turn.
configurable table<Node> key(name) nodes = ?;

type Node record {|
    readonly string name;
    string address;
    int weight = 1;
|};

public isolated function search(string word, Matching matching) returns record {| string id; string name; |}[] => [];

public isolated function refresh(record {}[] products) returns error? {
}
