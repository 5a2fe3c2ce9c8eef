// A configurable of every type, records inside records included.
import ballerina/http;
import ballerina/log;

enum Mode { FAST, SAFE, SLOW_AND_VERY_CAREFUL_INDEED }
type Pool record {| int maxOpen = 10; int minIdle?; |};
type Window record {| string begin; int count = 1; |};
type Limit record {| string name; decimal timeout = 1.5; Window[] windows = []; |};
type Route record {| string path; string[] methods = ["GET"]; Pool pool = {}; Limit[] limits = []; |};
type Backend record {| readonly string id; string url; string password?; Route[] routes = []; |};

configurable int count = 1;
configurable byte small = 7;
configurable float ratio = 0.5;
configurable decimal price = 1.0;
configurable boolean enabled = true;
configurable string title = "x";
configurable string password = "";
configurable xml page = xml `<a/>`;
configurable int[] numbers = [1];
configurable string[] names = ["a"];
configurable int[][] matrix = [];
configurable map<string> labels = {};
configurable map<int> sizes = {};
configurable map<Pool> pools = {};
configurable "A"|"B"|"C" grade = "A";
configurable Mode mode = FAST;
configurable int|string either = 1;
configurable [int, string] pair = [1, "a"];
configurable record {} anything = {};
configurable anydata whatever = ();
configurable Pool pool = {};
configurable readonly & Route[] routes = [];
configurable table<Backend> key(id) backends = table [];
# Longest wait, in seconds.
configurable decimal patience = 30.0;
