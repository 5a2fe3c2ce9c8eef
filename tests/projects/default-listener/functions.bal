function read(string id) returns json|error => {id};
