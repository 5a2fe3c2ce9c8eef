enum Level {
    INFO,

configurable Level level = ?;

type Settings record {|
    string name