#!/usr/bin/env bash
# Publishes what bal build made to a function app. The app has a Windows plan and the Java 21 stack:
# plans on Linux do not run it.
set -euo pipefail
app=quotes
folder=target/azure_functions

[[ -f $folder/host.json ]] || { echo "deploy.sh: no $folder/host.json: run bal build first" >&2; exit 1; }
func azure functionapp publish "$app" --script-root "$folder"
