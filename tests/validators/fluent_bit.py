#!/usr/bin/env python3
"""fluent_bit.py OPTIONS FILE...: prints what Fluent Bit would not start with in configurations; exits 1 on any.

OPTIONS is tests/data/fluent-bit.json, after the manual of a release that reads YAML; fluent_bit_ships.py runs an older
one. Besides the options: plugins are known, parsers that are named are defined, and whatever is read is matched by an
output."""
import fnmatch
import json
import pathlib
import re
import sys

import yaml

SIZE = re.compile(r"\d+[KMGkmg]?[Bb]?\Z|[Ff]alse\Z")
SWITCHES = ("on", "off", "true", "false", "yes", "no")


def is_of(kind, value):
    if isinstance(kind, list):
        return str(value).lower() in kind
    if kind == "switch":
        return str(value).lower() in SWITCHES
    if kind == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if kind == "size":
        return bool(SIZE.match(str(value)))
    if kind == "time":
        return isinstance(value, str) and "%" in value
    return isinstance(value, (str, int)) and str(value) != ""


class Configuration:
    def __init__(self, table, whole):
        self.table, self.whole, self.problems = table, whole, []

    def refuse(self, problem):
        self.problems.append(problem)

    def options(self, place, given, known):
        for name, value in given.items():
            kind = known.get(name.lower())
            if kind is None:
                self.refuse(f"{place}: no option {name}")
            elif not is_of(kind, value):
                self.refuse(f"{place}: {name} cannot be {value!r}")

    def check(self):
        for section in set(self.whole) - set(self.table["sections"]):
            self.refuse(f"no section {section}")
        self.options("service", self.whole.get("service", {}), self.table["service"])
        for parser in self.whole.get("parsers", []):
            self.options("parser", parser, self.table["parser"])
            if parser.get("format") == "regex" and "regex" not in parser:
                self.refuse("a parser of format regex has none")
        pipeline = self.whole.get("pipeline", {})
        for part in set(pipeline) - {"inputs", "filters", "outputs"}:
            self.refuse(f"no part {part} of a pipeline")
        for part in ("inputs", "filters", "outputs"):
            for plugin in pipeline.get(part) or []:
                self.plugin(part, plugin)
        self.routes(pipeline)
        return self.problems

    def plugin(self, part, given):
        name = given.get("name")
        known = self.table[part].get(name)
        if known is None:
            return self.refuse(f"{part}: no plugin {name}")
        self.options(f"{part} {name}", given, {**self.table["common"][part], **known["options"]})
        for option in set(known["required"]) - set(given):
            self.refuse(f"{part} {name}: needs {option}")
        if part != "inputs" and "match" not in given and "match_regex" not in given:
            self.refuse(f"{part} {name}: matches nothing")
        parsers = [parser.get("name") for parser in self.whole.get("parsers", [])]
        if "parser" in known["options"] and given.get("parser", parsers[0] if parsers else None) not in parsers:
            self.refuse(f"{part} {name}: no parser {given.get('parser')}")

    def routes(self, pipeline):
        if not pipeline.get("inputs") or not pipeline.get("outputs"):
            self.refuse("nothing is read, or goes nowhere")
        patterns = [each.get("match", "*") for each in pipeline.get("outputs") or []]
        for each in pipeline.get("inputs") or []:
            tag = str(each.get("tag", each.get("name")))
            if not any(fnmatch.fnmatchcase(tag, pattern) for pattern in patterns):
                self.refuse(f"no output takes {tag}")


def main():
    table = json.loads(pathlib.Path(sys.argv[1]).read_text())
    good = True
    for path in sys.argv[2:]:
        for problem in Configuration(table, yaml.safe_load(pathlib.Path(path).read_text())).check():
            print(f"{path}: {problem}")
            good = False
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
