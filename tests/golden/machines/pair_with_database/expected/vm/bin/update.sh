#!/usr/bin/env bash
# shellcheck disable=SC2034,SC2154    # variables of deployment.sh
# Brings a new release to one machine after the other, without a request that fails.
set -euo pipefail

usage() { printf 'usage: %s [--dry-run] FILE [RELEASE]\n' "${0##*/}" >&2; exit 2; }

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/deployment.sh"
# shellcheck source=/dev/null
source "$here/lib.sh"

[[ ${1:-} != --dry-run ]] || { dry_run=true; shift; }
[[ $# -ge 1 && $# -le 2 ]] || usage
file=$1
release=${2:-$version}
is_release "$release"
[[ -f $file ]] || fail "'$file' is not there: build the program first, with build.sh"

for node in "${nodes[@]}"; do
    [[ $(release_of "$node") == "$release" ]] || bring "$node" "$file" "$release"
    change "$node" "$release"
done
$dry_run || say "$package $release runs everywhere"
