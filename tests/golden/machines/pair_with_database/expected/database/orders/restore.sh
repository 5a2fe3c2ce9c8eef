#!/usr/bin/env bash
# shellcheck disable=SC2034,SC2154    # variables of deployment.sh
# Brings the databases of a backup back: of the newest, or the one that is named.
set -euo pipefail

usage() { printf 'usage: %s [--dry-run] [--force] [BACKUP]\n' "${0##*/}" >&2; exit 2; }

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/deployment.sh"
# shellcheck source=/dev/null
source "$here/lib.sh"

force=false
while [[ ${1:-} == -* ]]; do
    case $1 in
        --dry-run) dry_run=true ;;
        --force) force=true ;;
        *) usage ;;
    esac
    shift
done
[[ $# -le 1 ]] || usage
backup=$(folder_of "${1:-}")
begin
verify "$backup" || fail "$backup must not be relied on; nothing was changed"
step "restore ${schemas[*]} of $host from $backup" || exit 0
lock
if ! $force; then
    for schema in "${schemas[@]}"; do
        is_empty "$schema" ||
            fail "$schema of $host is not known to be empty: --force replaces all that is in it; nothing was changed"
    done
fi
load "$backup" || fail "the databases are not restored"
for list in "$backup/files.txt" "$backup/secrets.txt"; do
    [[ ! -f $list ]] || say "see to what ${list##*/} names:" "$(<"$list")"
done
