#!/usr/bin/env python3
"""json_schema.py SCHEMA FILE: prints what makes a JSON file no instance of a JSON Schema; exits 1 on any."""
import json
import pathlib
import sys

import jsonschema


def main():
    schema, instance = (json.loads(pathlib.Path(path).read_text()) for path in sys.argv[1:3])
    problems = list(jsonschema.Draft202012Validator(schema).iter_errors(instance))
    for problem in problems:
        print("/".join(map(str, problem.absolute_path)) + ": " + problem.message[:300])
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
