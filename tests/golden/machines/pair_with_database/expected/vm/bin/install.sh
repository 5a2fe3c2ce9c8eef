#!/usr/bin/env bash
# shellcheck disable=SC2034,SC2154    # variables of deployment.sh
# Installs the program and its balancers on new machines; may be run again.
set -euo pipefail

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
