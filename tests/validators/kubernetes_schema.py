#!/usr/bin/env python3
"""kubernetes_schema.py SCHEMAS[:SCHEMAS]... FILE...

Checks every document of every YAML file against the strict JSON Schema of its apiVersion and kind, and what keeps to it against
what the API server asks beyond. A document of a kind without a schema, a key written twice and a file without documents are
errors too. Prints each problem; exits 1 on any.
"""
import json
import pathlib
import sys

import jsonschema
import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import kubernetes_server    # noqa: E402, beside this file


class StrictLoader(yaml.SafeLoader):
    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(None, None, f"key {key!r} is written twice", node.start_mark)
        return super().construct_mapping(node, deep)


def read_schemas(folders):
    schemas = {}
    for path in (path for folder in folders.split(":") for path in sorted(pathlib.Path(folder).glob("*.json"))):
        schema = json.loads(path.read_text())
        properties = schema["properties"]
        kind = (properties["apiVersion"]["enum"][0], properties["kind"]["enum"][0])
        schemas[kind] = jsonschema.Draft7Validator(schema)
    return schemas


def problems_in(path, schemas):
    try:
        documents = list(yaml.load_all(pathlib.Path(path).read_text(encoding="utf-8"), StrictLoader))
    except yaml.YAMLError as error:
        return [str(error).replace("\n", " ")]
    problems = [] if documents else ["no document"]
    for number, document in enumerate(documents, 1):
        kind = (document.get("apiVersion"), document.get("kind")) if isinstance(document, dict) else None
        if kind not in schemas:
            problems.append(f"document {number}: no schema for {kind}")
            continue
        for error in schemas[kind].iter_errors(document):
            place = ".".join(str(step) for step in error.absolute_path)
            problems.append(f"document {number}, {kind[1]} {place}: {error.message}")
    return problems or list(kubernetes_server.problems_of(documents))


def main(folders, *files):
    schemas = read_schemas(folders)
    if not schemas or not files:
        sys.exit("usage: kubernetes_schema.py SCHEMAS[:SCHEMAS]... FILE...")
    found = [f"{path}: {problem}" for path in files for problem in problems_in(path, schemas)]
    print("\n".join(found))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
