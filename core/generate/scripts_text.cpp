#include "core/generate/scripts_text.h"

namespace arabesque::scripts {

const std::string_view machines = R"bash(# shellcheck shell=bash disable=SC2154
# Functions of the scripts beside this file. Machines are reached by ssh; what is done there needs sudo without a password.
dry_run=false

say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# Announces a step. Fails when it shall only be announced.
step() {
    say "$*"
    ! $dry_run
}

# Runs the script on standard input as root: HOST ARGUMENT...
on() {
    local machine=$1 words
    shift
    printf -v words ' %q' "$@"
    ssh -o BatchMode=yes "$machine" "sudo -n bash -euo pipefail -s --$words"
}

# Puts a file onto a machine: FILE HOST PATH MODE OWNER
put() {
    local words
    printf -v words ' %q' --mode="$4" --owner="$5" -D /dev/stdin "$3"
    ssh -o BatchMode=yes "$2" "sudo -n install$words" <"$1"
}

)bash";

const std::string_view programs = R"bash(# Whether the program on NODE answers.
serves() {
    on "${host[$1]}" "${host[$1]}" "${health_port[$1]}" "$health_scheme" "$health_path" <<'REMOTE' 2>/dev/null
if [[ -z $4 ]]; then
    timeout 2 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2"
else
    name=$1
    [[ $name != *:* ]] || name="[$name]"
    curl --silent --fail --insecure --globoff --output /dev/null --max-time 2 "$3://$name:$2$4"
fi
REMOTE
}

wait_until_serves() {    # NODE
    local end=$((SECONDS + start_timeout))
    until serves "$1"; do
        ((SECONDS < end)) || return 1
        sleep 0.5
    done
}

# The release that runs on NODE; empty where none does.
release_of() {
    on "${host[$1]}" "$folder" <<'REMOTE'
link=$(readlink "$1/current" || true)
printf '%s\n' "${link##*/}"
REMOTE
}

# Whether others take over while NODE is away.
has_others() { ((servers_beside[$1] > 0)); }

)bash";

const std::string_view rotation =
    R"bash(# Takes NODE out of the rotation of its balancers, or puts it back: NODE out|in
rotate() {
    local balancer group
    for balancer in ${balancers_of[$1]}; do
        if [[ $engine == haproxy ]]; then
            for group in ${groups_of[$1]}; do
                on "${balancer_host[$balancer]}" "$group/$1" "$2" <<'REMOTE'
state=ready
[[ $2 == in ]] || state=drain
printf 'set server %s state %s\n' "$1" "$state" | socat stdio /run/haproxy/admin.sock
REMOTE
            done
        else
            on "${balancer_host[$balancer]}" "${1//./\\.}" "$2" "$balancer_site" <<'REMOTE'
if [[ $2 == out ]]; then
    sed --in-place --regexp-extended "/# $1\$/ { / down;/! s/;/ down;/ }" "$3"
else
    sed --in-place --regexp-extended "/# $1\$/ s/ down;/;/" "$3"
fi
nginx -t -q
systemctl reload nginx
REMOTE
        fi
    done
}

)bash";

const std::string_view releases = R"bash(# Lets a release run on NODE instead of what runs there: NODE RELEASE
start_release() {
    on "${host[$1]}" "$folder" "$unit" "releases/$2" <<'REMOTE'
[[ -d $1/$3 ]] || { printf '%s is not there\n' "$1/$3" >&2; exit 1; }
before=$(readlink "$1/current" || true)
if [[ -n $before && $before != "$3" ]]; then
    systemctl stop "$2"
    ln --symbolic --force --no-dereference "$before" "$1/previous"
fi
ln --symbolic --force --no-dereference "$3" "$1/current"
systemctl restart "$2"
REMOTE
}

# Brings NODE to a release without a request that fails, and back to the one before if it does not serve: NODE RELEASE
change() {
    local node=$1 release=$2 before
    before=$(release_of "$node")
    if [[ $before == "$release" ]] && serves "$node"; then
        say "$node: runs $release already"
        return
    fi
    if has_others "$node"; then
        if step "$node: out of rotation"; then
            rotate "$node" out
            sleep "$drain_time"
        fi
    else
        say "$node: nobody else serves, so requests fail until it is back"
    fi
    if step "$node: from ${before:-nothing} to $release"; then
        start_release "$node" "$release" || true
        wait_until_serves "$node" || go_back "$node" "$release" "$before"
    fi
    ! has_others "$node" || ! step "$node: back into rotation" || rotate "$node" in
}

# After a release that does not serve: NODE RELEASE BEFORE
go_back() {
    say "$1: $2 does not serve after $start_timeout s, back to ${3:-nothing}" >&2
    [[ -n $3 && $3 != "$2" ]] || fail "$1 is out of rotation and does not serve"
    start_release "$1" "$3"
    wait_until_serves "$1" || fail "$1: $3 does not serve either; it is out of rotation"
    ! has_others "$1" || rotate "$1" in
    fail "$2 was not installed on $1 and on nodes after it; they run $3"
}

# Copies the program to NODE as a release: NODE FILE RELEASE
bring() {
    ! step "$1: copy $2" || put "$2" "${host[$1]}" "$folder/releases/$3/$program" 755 "$user"
}

is_release() { [[ $1 =~ ^[A-Za-z0-9][-+._A-Za-z0-9]*$ ]] || fail "'$1' is no name of a release"; }
)bash";

const std::string_view install = R"bash(set -euo pipefail

usage() { printf 'usage: %s [--dry-run] FILE [ENVIRONMENT]\n' "${0##*/}" >&2; exit 2; }

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/deployment.sh"
# shellcheck source=/dev/null
source "$here/lib.sh"

[[ ${1:-} != --dry-run ]] || { dry_run=true; shift; }
[[ $# -ge 1 && $# -le 2 ]] || usage
file=$1
configuration=$here/../../config/${2:-$default_environment}
[[ -f $file ]] || fail "'$file' is not there: build the program first, with build.sh"

# The account, the folders and the unit of NODE.
prepare() {
    step "$1: account, folders and unit" || return 0
    on "${host[$1]}" "$folder" "$user" <<'REMOTE'
id "$2" >/dev/null 2>&1 || useradd --system --home-dir "$1" --shell /usr/sbin/nologin "$2"
install --directory --mode=755 "$1" "$1/releases"
install --directory --mode=750 --owner=root --group="$2" "$1/config"
REMOTE
    local unit_file=$here/../systemd/$1/$unit
    [[ ! -f $unit_file ]] || put "$unit_file" "${host[$1]}" "/etc/systemd/system/$unit" 644 root
}

# Configuration of NODE. What holds secrets is never replaced.
configure() {
    step "$1: configuration of ${configuration##*/}" || return 0
    local name
    [[ ! -f $configuration/Config.toml ]] ||
        put "$configuration/Config.toml" "${host[$1]}" "$folder/config/Config.toml" 644 root
    for name in secrets.env Secrets.toml; do
        if [[ -f $configuration/$name ]] && ! has_file "$1" "$folder/config/$name"; then
            put "$configuration/$name" "${host[$1]}" "$folder/config/$name" 600 "$user"
            say "$1: fill in $folder/config/$name"
        fi
    done
    [[ ! -f $here/../systemd/$1/$package.env ]] ||
        put "$here/../systemd/$1/$package.env" "${host[$1]}" "$folder/config/$package.env" 644 root
}

has_file() {    # NODE PATH
    on "${host[$1]}" "$2" <<'REMOTE'
[[ -e $1 ]]
REMOTE
}

start() {    # NODE
    step "$1: start $version" || return 0
    on "${host[$1]}" "$unit" <<'REMOTE'
systemctl daemon-reload
systemctl enable --quiet "$1"
REMOTE
    start_release "$1" "$version"
    wait_until_serves "$1" || fail "$1 does not serve after $start_timeout s: journalctl --unit=$unit"
}

# The balancer's own files: BALANCER
balance() {
    local balancer=$1 machine=${balancer_host[$1]} source
    if [[ -d $here/../$engine/$balancer ]] && step "$balancer: configuration of $engine"; then
        while read -r source; do
            put "$source" "$machine" "/etc/$engine/${source#"$here/../$engine/$balancer/"}" 644 root
        done < <(find "$here/../$engine/$balancer" -type f | sort)
        on "$machine" "$engine" <<'REMOTE'
if [[ $1 == nginx ]]; then nginx -t -q; else haproxy -c -q -f /etc/haproxy/haproxy.cfg; fi
systemctl enable --quiet --now "$1"
systemctl reload "$1"
REMOTE
    fi
    if [[ -d $here/../keepalived/$balancer ]] && step "$balancer: keepalived"; then
        put "$here/../keepalived/$balancer/keepalived.conf" "$machine" /etc/keepalived/keepalived.conf 644 root
        [[ ! -f $here/../keepalived/$balancer/check-balancer.sh ]] ||
            put "$here/../keepalived/$balancer/check-balancer.sh" "$machine" /etc/keepalived/check-balancer.sh 755 root
        on "$machine" keepalived <<'REMOTE'
systemctl enable --quiet --now "$1"
systemctl reload "$1"
REMOTE
    fi
}

for node in "${nodes[@]}"; do
    prepare "$node"
    configure "$node"
    bring "$node" "$file" "$version"
    start "$node"
done
for balancer in "${balancers[@]}"; do balance "$balancer"; done
say "$package $version is installed"
)bash";

const std::string_view update = R"bash(set -euo pipefail

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
)bash";

const std::string_view rollback = R"bash(set -euo pipefail

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
)bash";

const std::string_view check = R"bash(set -euo pipefail

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

for node in "${nodes[@]}"; do report "$node ($(release_of "$node" || true))" serves "$node"; done
for balancer in "${balancers[@]}"; do report "$balancer" answers "$balancer"; done
((lost == 0))
)bash";

const std::string_view buildPackage = R"bash(set -euo pipefail

[[ -f Ballerina.toml ]] || { printf 'run this in the folder of the package\n' >&2; exit 2; }
bal test
bal build
)bash";

const std::string_view buildConsolidated = R"bash(set -euo pipefail

# Each package is published first, by its own repository: bal test, bal pack, bal push.
[[ $# -ge 1 ]] || { printf 'usage: %s ORGANISATION/PACKAGE[:VERSION]...\n' "${0##*/}" >&2; exit 2; }
packages=$(IFS=,; printf '%s' "$*")
bal tool pull consolidate-packages
bal consolidate-packages new --package-path consolidated "$packages"
bal test consolidated
bal build consolidated
)bash";

}
