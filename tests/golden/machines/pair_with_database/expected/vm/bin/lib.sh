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

# Whether the program on NODE answers.
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

# Lets a release run on NODE instead of what runs there: NODE RELEASE
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
