#include "core/generate/backup_text.h"

namespace arabesque::backups {

const std::string_view backup = R"bash(set -euo pipefail

usage() { printf 'usage: %s [--dry-run]\n' "${0##*/}" >&2; exit 2; }

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/deployment.sh"
# shellcheck source=/dev/null
source "$here/lib.sh"

[[ ${1:-} != --dry-run ]] || { dry_run=true; shift; }
[[ $# -eq 0 ]] || usage

# What a product cannot be started without after its machine is lost: keystores, deployment.toml, applications, registry.
product_files=$(cat <<'REMOTE'
cd /
found=$(find "${1#/}" -type f \( -path '*/conf/deployment.toml' -o -path '*/repository/resources/security/*' \
    -o -path '*/repository/deployment/server/carbonapps/*' -o -path '*/registry/*' \) -print)
grep --quiet --extended-regexp '\.(jks|p12|pfx)$' <<<"$found" || { printf 'no keystore below %s\n' "$1" >&2; exit 1; }
tar --create --gzip --file=- --directory=/ --verbatim-files-from --files-from=- <<<"$found"
REMOTE
)
whole_folder=$(cat <<'REMOTE'
tar --create --gzip --file=- --directory=/ -- "${1#/}"
REMOTE
)

# An archive of what is at PLACE, which is a path here or HOST:PATH: SCRIPT PLACE
archive() {
    local path=$2 words
    [[ $2 == /* ]] || path=/${2#*:/}
    if [[ $2 == /* ]]; then
        bash -euo pipefail -c "$1" - "$path"
    else
        printf -v words ' %q' "$path"
        ssh -o BatchMode=yes "${2%%:/*}" "sudo -n bash -euo pipefail -s --$words" <<<"$1"
    fi
}

# Files beside the databases: FOLDER. Fails when some are missing.
keep_files() {
    local number=0 place missing=0 script
    for place in "${files[@]}" "${products[@]}"; do
        number=$((number + 1))
        script=$whole_folder
        ((number <= ${#files[@]})) || script=$product_files
        if archive "$script" "$place" >"$1/files-$number.tar.gz"; then
            say "files-$number.tar.gz  $place" >>"$1/files.txt"
        else
            complain "$place is missing"
            rm --force "$1/files-$number.tar.gz"
            say "MISSING  $place" >>"$1/files.txt"
            missing=1
        fi
    done
    return "$missing"
}

# Takes away what is older than the newest ones and the Sundays before them.
retain() {
    local count=0 weeks=0 sunday='' each day
    while read -r each; do
        count=$((count + 1))
        ((count > keep_daily)) || continue
        day=${each%%T*}
        if ((weeks < keep_weekly)) && [[ $day != "$sunday" && $(date --utc --date="$day" +%u) == 7 ]]; then
            weeks=$((weeks + 1))
            sunday=$day
            continue
        fi
        say "$each is no longer kept"
        # under another name first: half of a backup shall not look like one
        mv --no-target-directory "$kept/$each" "$kept/$each.partial"
        rm --recursive --force "${kept:?}/$each.partial"
    done < <(backups)
}

if ! step "back up ${schemas[*]} of $host into $kept"; then
    for place in "${files[@]}" "${products[@]}"; do say "and $place"; done
    say "keep $keep_daily of the newest and $keep_weekly of Sundays"
    exit 0
fi
begin
lock
rm --recursive --force "$kept"/*.partial    # of runs that were killed
stamp=$(date --utc +%Y%m%dT%H%M%SZ)
while [[ -e $kept/$stamp ]]; do
    sleep 0.2
    stamp=$(date --utc +%Y%m%dT%H%M%SZ)
done
partial=$kept/$stamp.partial
mkdir "$partial"
dump "$partial" || fail "the databases could not be dumped; earlier backups are as they were"
complete=true
keep_files "$partial" || complete=false
if ((${#secrets[@]} > 0)); then
    {
        say '# Secrets that a restored system needs. They are kept elsewhere, under these names.'
        printf '%s\n' "${secrets[@]}"
    } >"$partial/secrets.txt"
fi
(cd "$partial" && find . -type f ! -name SHA256SUMS -print0 | sort --zero-terminated | xargs --null sha256sum) \
    >"$work/sums"
cat "$work/sums" >"$partial/SHA256SUMS"
verify "$partial" || fail "what was written is not whole; earlier backups are as they were"
sync "$partial"/* "$partial"
mv --no-target-directory "$partial" "$kept/$stamp"
partial=
sync "$kept"
say "$kept/$stamp is kept"
# one that lacks files takes none away that has them
$complete || exit 4
retain
)bash";

const std::string_view verify = R"bash(set -euo pipefail

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
)bash";

const std::string_view restore = R"bash(set -euo pipefail

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
)bash";

}
