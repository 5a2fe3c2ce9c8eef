#!/usr/bin/env bash
# shellcheck disable=SC2034,SC2154    # variables of deployment.sh
# Brings the release before back, or the one that is named.
set -euo pipefail

usage() { printf 'usage: %s [--dry-run] [RELEASE]\n' "${0##*/}" >&2; exit 2; }

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/deployment.sh"
# shellcheck source=/dev/null
source "$here/lib.sh"

[[ ${1:-} != --dry-run ]] || { dry_run=true; shift; }
[[ $# -le 1 ]] || usage

# The release that ran on NODE before the one that runs.
release_before() {
    on "${host[$1]}" "$folder" <<'REMOTE'
link=$(readlink "$1/previous" || true)
printf '%s\n' "${link##*/}"
REMOTE
}

for node in "${nodes[@]}"; do
    release=${1:-$(release_before "$node")}
    [[ -n $release ]] || fail "$node has no release before the one that runs"
    is_release "$release"
    change "$node" "$release"
done
