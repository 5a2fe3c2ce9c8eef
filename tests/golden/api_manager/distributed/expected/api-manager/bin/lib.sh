# shellcheck shell=bash disable=SC2154
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

# Whether NODE says that it is ready.
serves() {
    on "${host[$1]}" "${host[$1]}" "${health_port[$1]}" "${health_scheme[$1]}" "${health_path[$1]}" <<'REMOTE' 2>/dev/null
name=$1
[[ $name != *:* ]] || name="[$name]"
curl --silent --fail --insecure --globoff --output /dev/null --max-time 5 "$3://$name:$2$4"
REMOTE
}

wait_until_serves() {    # NODE
    local end=$((SECONDS + start_timeout))
    until serves "$1"; do
        ((SECONDS < end)) || return 1
        sleep 2
    done
}

# What runs on NODE: its release and what it was configured with; empty where nothing does.
applied() {
    on "${host[$1]}" "${home[$1]}" <<'REMOTE'
cat "$1/config/applied" 2>/dev/null || true
REMOTE
}

# What NODE shall be configured with, as one word.
fingerprint() {
    (cd "$here/../$1" && find . -type f ! -name secrets.env.template | LC_ALL=C sort |
        xargs sha256sum | sha256sum | cut --delimiter=' ' --fields=1)
}

has_file() {    # NODE PATH
    on "${host[$1]}" "$2" <<'REMOTE'
[[ -e $1 ]]
REMOTE
}

# Takes NODE out of the rotation of its balancers, or puts it back: NODE out|in
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

