#!/usr/bin/env bash
# Changes what a chart renders, on standard input, as the folder that is named says.
set -euo pipefail
cat >"$1/rendered.yaml"
kubectl kustomize "$1"
