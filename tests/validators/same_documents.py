#!/usr/bin/env python3
"""same_documents.py FILE OTHER

Whether two YAML files hold the same Kubernetes objects, whatever their order and that of their keys. Prints what differs;
exits 1 then.
"""
import json
import pathlib
import sys

import yaml


def objects_in(path):
    objects = {}
    for document in yaml.safe_load_all(pathlib.Path(path).read_text(encoding="utf-8")):
        if document is None:
            continue
        key = (document["kind"], document["metadata"]["name"])
        if key in objects:
            sys.exit(f"{path}: {key} is written twice")
        objects[key] = document
    if not objects:
        sys.exit(f"{path}: no document")
    return objects


def main(*paths):
    one, other = (objects_in(path) for path in paths)
    different = [key for key in sorted({*one, *other}) if one.get(key) != other.get(key)]
    for key in different:
        print(f"{key}:\n< {json.dumps(one.get(key), sort_keys=True)}\n> {json.dumps(other.get(key), sort_keys=True)}")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
