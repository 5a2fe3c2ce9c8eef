# A folder on another machine.
#
# + host - name of the machine
# + user - account there
# + folder - path of the folder, without a slash at its end
type Target record {|
    string host;
    string user = "export";
    string folder = "/invoices";
|};

type Invoice record {
    string number;
    decimal total;
};
