#include "core/generate/api_manager_scripts_text.h"

namespace arabesque::scripts {

const std::string_view apiManagerServers = R"bash(# Whether NODE says that it is ready.
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

)bash";

const std::string_view apiManagerUpdate = R"bash(set -euo pipefail

usage() { printf 'usage: %s [--dry-run] FOLDER [RELEASE]\n' "${0##*/}" >&2; exit 2; }

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/deployment.sh"
# shellcheck source=/dev/null
source "$here/lib.sh"

[[ ${1:-} != --dry-run ]] || { dry_run=true; shift; }
[[ $# -ge 1 && $# -le 2 ]] || usage
distributions=$1
[[ -d $distributions ]] || fail "'$distributions' is no folder: it has to hold the archives of the distributions"

release_for() { printf '%s\n' "${wanted_release:-${release[$1]}}"; }
archive_for() { printf '%s/%s-%s.zip\n' "$distributions" "${distribution[$1]}" "$(release_for "$1")"; }
wanted_release=${2:-}
[[ -z $wanted_release || $wanted_release =~ ^[0-9][-+._A-Za-z0-9]*$ ]] || fail "'$wanted_release' is no name of a release"

# The account and the folders of NODE, and what it shall be told.
prepare() {
    step "$1: account, folders and configuration" || return 0
    on "${host[$1]}" "${home[$1]}" "$user" <<'REMOTE'
id "$2" >/dev/null 2>&1 || useradd --system --home-dir "$1" --shell /usr/sbin/nologin "$2"
install --directory --mode=755 "$1"
install --directory --mode=750 --owner="$2" --group="$2" "$1/releases"
install --directory --mode=750 --owner=root --group="$2" "$1/config"
rm --recursive --force "$1/config/new"
install --directory --mode=750 --owner=root --group="$2" "$1/config/new/eventpublishers" "$1/config/new/conf"
REMOTE
    local file name
    while read -r file; do
        name=${file#"$here/../$1/"}
        put "$file" "${host[$1]}" "${home[$1]}/config/new/$name" 640 root
    done < <(find "$here/../$1" -type f ! -name secrets.env.template | sort)
}

# Copies the distribution of NODE, once.
bring() {
    local archive target
    archive=$(archive_for "$1")
    target=${home[$1]}/releases/$(release_for "$1")
    ! has_file "$1" "$target" || return 0
    [[ -f $archive ]] || fail "'$archive' is not there: it is what $1 is made of"
    step "$1: copy ${archive##*/}" || return 0
    put "$archive" "${host[$1]}" "$target.zip" 640 root
    on "${host[$1]}" "$target" "$user" <<'REMOTE'
rm --recursive --force "$1.new"
unzip -q "$1.zip" -d "$1.new"
chown --recursive "$2:$2" "$1.new"
mv "$1.new"/* "$1"
rm --recursive --force "$1.new" "$1.zip"
REMOTE
}

# Stops NODE and starts it as it shall be. What it was is kept until it serves.
install_on() {
    on "${host[$1]}" "${home[$1]}" "$(release_for "$1")" "${unit[$1]}" "$user" <<'REMOTE'
home=$1 target=releases/$2 new=$1/config/new
rm --force "$home/config/applied"
before=$(readlink "$home/current" || true)
! [[ -n $before ]] || systemctl stop "$3"
printf '%s\n' "$before" >"$home/config/before"
for name in deployment.toml carbon.env; do
    [[ ! -f $home/config/$name ]] || cp "$home/config/$name" "$home/config/$name.before"
    install --mode=640 --owner=root --group="$4" "$new/$name" "$home/config/$name"
done
install --mode=640 --owner="$4" --group="$4" "$new/deployment.toml" "$home/$target/repository/conf/deployment.toml"
if [[ -d $home/config/keystores ]]; then
    cp "$home/config/keystores"/* "$home/$target/repository/resources/security/"
fi
if [[ -d $home/config/libraries ]]; then
    cp "$home/config/libraries"/*.jar "$home/$target/repository/components/lib/"
fi
for file in "$new/eventpublishers"/*.xml; do
    [[ -f $file ]] || continue
    install --mode=640 --owner="$4" --group="$4" "$file" "$home/$target/repository/deployment/server/eventpublishers/${file##*/}"
done
# As addresses have it: who reads them decodes what is escaped (java.net.URI).
percent_encoded() {
    local LC_ALL=C rest=$1 letter code
    while [[ -n $rest ]]; do
        letter=${rest:0:1} rest=${rest:1}
        if [[ $letter == [A-Za-z0-9._~-] ]]; then
            printf '%s' "$letter"
        else
            printf -v code '%d' "'$letter"
            printf '%%%02X' $((code & 255))
        fi
    done
}
set +u
# shellcheck source=/dev/null
. "$home/config/secrets.env"
password=$(percent_encoded "$WSO2_ADMIN_PASSWORD")
for file in "$new/conf"/*.template; do
    [[ -f $file ]] || continue
    name=${file##*/}
    text=$(<"$file")
    install --mode=640 --owner="$4" --group="$4" /dev/null "$home/$target/repository/conf/${name%.template}"
    printf '%s\n' "${text//@PASSWORD@/"$password"}" >"$home/$target/repository/conf/${name%.template}"
done
ln --symbolic --force --no-dereference "$target" "$home/current"
install --mode=644 "$new/$3" "/etc/systemd/system/$3"
systemctl daemon-reload
systemctl enable --quiet "$3"
systemctl start "$3"
REMOTE
}

# After a start that failed: NODE
go_back() {
    say "$1: does not serve after $start_timeout s, back to what ran before" >&2
    on "${host[$1]}" "${home[$1]}" "${unit[$1]}" "$user" <<'REMOTE' || fail "$1 ran nothing before; it is stopped and out of rotation"
before=$(cat "$1/config/before")
systemctl stop "$2"
[[ -n $before ]] || exit 1
for name in deployment.toml carbon.env; do
    [[ ! -f $1/config/$name.before ]] || cp "$1/config/$name.before" "$1/config/$name"
done
install --mode=640 --owner="$3" --group="$3" "$1/config/deployment.toml" "$1/$before/repository/conf/deployment.toml"
ln --symbolic --force --no-dereference "$before" "$1/current"
systemctl start "$2"
REMOTE
    wait_until_serves "$1" || fail "$1: what ran before does not serve either; it is out of rotation"
    rotate "$1" in
    fail "$1 runs what it ran before; servers after it were left alone"
}

# Brings NODE to what it shall be, while others serve.
change() {
    local node=$1 shall
    shall="$(release_for "$node") $(fingerprint "$node")"
    if [[ $(applied "$node") == "$shall" ]] && serves "$node"; then
        say "$node: up to date"
        return
    fi
    if [[ -n ${balancers_of[$node]} ]] && step "$node: out of rotation"; then
        rotate "$node" out
        sleep "$drain_time"
    fi
    bring "$node"
    if step "$node: stop, configure, start ${distribution[$node]} $(release_for "$node")"; then
        install_on "$node" || go_back "$node"
        wait_until_serves "$node" || go_back "$node"
        on "${host[$node]}" "${home[$node]}" "$shall" <<'REMOTE'
printf '%s\n' "$2" >"$1/config/applied"
REMOTE
    fi
    [[ -z ${balancers_of[$node]} ]] || ! step "$node: back into rotation" || rotate "$node" in
}

for node in "${nodes[@]}"; do prepare "$node"; done
missing=()
for node in "${nodes[@]}"; do
    $dry_run || has_file "$node" "${home[$node]}/config/secrets.env" || missing+=("$node")
done
((${#missing[@]} == 0)) || fail "fill in config/secrets.env, from secrets.env.template, on: ${missing[*]}"
for node in "${nodes[@]}"; do change "$node"; done
$dry_run || say "all servers are as they shall be"
)bash";

const std::string_view apiManagerCheck = R"bash(set -euo pipefail

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
)bash";

}
