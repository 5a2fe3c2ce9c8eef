#!/usr/bin/env bash
# shellcheck disable=SC2034,SC2154    # variables of deployment.sh
# Says whether a backup is whole: the newest, or the one that is named.
set -euo pipefail

usage() { printf 'usage: %s [BACKUP]\n' "${0##*/}" >&2; exit 2; }

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/deployment.sh"
# shellcheck source=/dev/null
source "$here/lib.sh"

[[ $# -le 1 && ${1:-} != -* ]] || usage
backup=$(folder_of "${1:-}")
verify "$backup" || fail "$backup must not be relied on"
say "$backup is whole"
