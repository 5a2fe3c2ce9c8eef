#!/usr/bin/env bash
# install.sh CHART: installs the chart mi of helm-mi with what it lacks.
# The Secret of ../kubernetes has to be filled in and applied first.
set -euo pipefail

chart=${1:?name or folder of the chart}
release=flows-mi
namespace=retail
cd "$(dirname "${BASH_SOURCE[0]}")"
place=()
if [[ -n $namespace ]]; then place=(--namespace "$namespace"); fi
helm template "$release" "$chart" "${place[@]}" --values values.yaml > rendered.yaml
kubectl apply "${place[@]}" --kustomize .
