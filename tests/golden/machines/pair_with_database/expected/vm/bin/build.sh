#!/usr/bin/env bash
# shellcheck disable=SC2034,SC2154    # variables of deployment.sh
# Tests and builds the package.
set -euo pipefail

[[ -f Ballerina.toml ]] || { printf 'run this in the folder of the package\n' >&2; exit 2; }
bal test
bal build
