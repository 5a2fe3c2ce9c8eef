#!/usr/bin/env bash
# shellcheck disable=SC2034,SC2154    # variables of deployment.sh
# Asks every server whether it is ready.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/deployment.sh"
# shellcheck source=/dev/null
source "$here/lib.sh"

lost=0
report() {    # NAME; whether it is well: the command behind it
    local name=$1
    shift
    if "$@"; then
        say "ok    $name"
    else
        say "lost  $name"
        lost=$((lost + 1))
    fi
}

answers() {    # BALANCER
    on "${balancer_host[$1]}" "${balancer_port[$1]}" <<'REMOTE' 2>/dev/null
timeout 2 bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$0"' "$1"
REMOTE
}

for node in "${nodes[@]}"; do report "$node" serves "$node"; done
for balancer in "${balancers[@]}"; do report "$balancer" answers "$balancer"; done
((lost == 0))
