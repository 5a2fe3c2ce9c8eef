#include "core/generate/backup_text.h"

namespace arabesque::backups {

const std::string_view library = R"bash(# shellcheck shell=bash disable=SC2034,SC2154
# Functions of the scripts beside this file. They end with 0 when all is well, 1 when something failed and what was
# kept before is as it was, 2 for a wrong call, 3 while another run is under way, and 4 when files are missing in a
# backup that is kept.
dry_run=false
kept=$folder/$database
work=
partial=

say() { printf '%s\n' "$*"; }
complain() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
fail() { complain "$*"; exit 1; }

# Announces a step. Fails when it shall only be announced.
step() {
    say "$*"
    ! $dry_run
}

clean_up() {
    [[ -z $work ]] || rm --recursive --force "$work"
    [[ -z $partial ]] || rm --recursive --force "$partial"
}

# A folder of our own, with a copy of the password that clients take: they refuse one that others may read.
begin() {
    umask 077
    trap clean_up EXIT
    trap 'exit 1' HUP INT TERM
    work=$(mktemp --directory)
    [[ ! -r $password_file ]] || {
        cat "$password_file" >"$work/password"
        log_in_with "$work/password"
    }
}

# Only one run at a time: SCRIPT that takes the lock of this database's backups.
lock() {
    mkdir --parents "$kept"
    exec 9>"$kept/.lock"
    flock --nonblock 9 || {
        complain "another run is under way"
        exit 3
    }
}

# Names of the backups that were finished, newest first.
backups() {
    [[ -d $kept ]] || return 0
    find "$kept" -mindepth 1 -maxdepth 1 -type d -printf '%f\n' |
        sed --quiet --regexp-extended '/^[0-9]{8}T[0-9]{6}Z$/p' | sort --reverse
}

# The folder of a backup: of the one that is named, by name or as a folder, else of the newest.
folder_of() {
    local name=${1:-$(backups | sed --quiet 1p)}
    [[ -n $name ]] || fail "there is no backup in $kept"
    if [[ -d $kept/$name ]]; then
        say "$kept/$name"
    elif [[ -d $name ]]; then
        say "$name"
    else
        fail "there is no backup '$name' in $kept"
    fi
}

# Whether a backup is whole: FOLDER
verify() {
    [[ -f $1/SHA256SUMS ]] || {
        complain "$1 has no SHA256SUMS: it was never finished"
        return 1
    }
    (cd "$1" && sha256sum --check --strict --quiet SHA256SUMS) || {
        complain "$1 is not what was written: checksums differ"
        return 1
    }
    check_dumps "$1" || return 1
    local archive
    for archive in "$1"/files*.tar.gz; do
        [[ ! -e $archive ]] || tar --list --gzip --file="$archive" >/dev/null || {
            complain "$archive cannot be read"
            return 1
        }
    done
}
)bash";

const std::string_view postgresql =
    R"bash(# PostgreSQL. A dump shows one moment of one database: what spans several databases is only of one moment while nothing
# writes, or in a copy of the whole server (pg_basebackup).
connection=(--host="$host" --port="$port" --username="$user" --no-password)

log_in_with() { export PGPASSFILE=$1; }

dump() {    # FOLDER
    local schema
    for schema in "${schemas[@]}"; do
        pg_dump "${connection[@]}" --format=custom --file="$1/$schema.dump" --dbname="$schema" || return 1
    done
}

check_dumps() {    # FOLDER
    local schema file
    for schema in "${schemas[@]}"; do
        file=$1/$schema.dump
        # the list of contents stands in front; the rest is only seen by reading it
        if ! { pg_restore --list "$file" && pg_restore --file=- "$file"; } >/dev/null; then
            complain "$file is not whole"
            return 1
        fi
    done
}

ask() {    # SCHEMA QUESTION
    psql "${connection[@]}" --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --dbname="$1" \
        --command="$2"
}

is_there() { [[ $(ask postgres "SELECT count(*) FROM pg_database WHERE datname = '$1'") == 1 ]]; }

is_empty() {
    is_there "$1" || fail "there is no database $1: run create.sql first"
    [[ $(ask "$1" "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'") == 0 ]]
}

# Takes everything out of a database, inside of the transaction that fills it again.
clearing() {
    cat <<'SQL'
DO $clear$
DECLARE name text;
BEGIN
    FOR name IN SELECT nspname FROM pg_namespace
        WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema' LOOP
        EXECUTE format('DROP SCHEMA %I CASCADE', name);
    END LOOP;
    PERFORM lo_unlink(oid) FROM pg_largeobject_metadata;
    CREATE SCHEMA public;
    GRANT USAGE ON SCHEMA public TO PUBLIC;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pg_database_owner') THEN
        ALTER SCHEMA public OWNER TO pg_database_owner;
    ELSE
        GRANT CREATE ON SCHEMA public TO PUBLIC;
    END IF;
END
$clear$;
SQL
}

# All or nothing: the script ends with COMMIT, and without it nothing stays.
load() {    # FOLDER
    local schema
    for schema in "${schemas[@]}"; do
        {
            say 'SET client_min_messages = error;' 'BEGIN;'
            clearing
            pg_restore --single-transaction --file=- "$1/$schema.dump"
        } | psql "${connection[@]}" --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --output=/dev/null \
            --dbname="$schema" || {
            complain "$schema was not restored; it is as it was"
            return 1
        }
        say "$schema is restored"
    done
}
)bash";

const std::string_view mysql =
    R"bash(# MariaDB and MySQL. One transaction reads all databases, so that they are of one moment, as far as tables are of InnoDB.
client=mariadb
dumper=mariadb-dump
command -v "$dumper" >/dev/null || { client=mysql; dumper=mysqldump; }
login=()
connection=(--host="$host" --port="$port" --user="$user")
[[ $host != /* ]] || connection=(--socket="$host" --user="$user")

log_in_with() { login=(--defaults-extra-file="$1"); }

dump() {    # FOLDER
    local more=()
    ! "$dumper" --help 2>/dev/null | grep --quiet -e --set-gtid-purged || more+=(--set-gtid-purged=OFF)
    "$dumper" "${login[@]}" "${connection[@]}" --single-transaction --quick --routines --triggers --events \
        --hex-blob --no-tablespaces --max-allowed-packet=1G "${more[@]}" --databases "${schemas[@]}" |
        gzip >"$1/databases.sql.gz"
}

check_dumps() {    # FOLDER
    local file=$1/databases.sql.gz schema marks
    # the last line is only written when everything before it is
    marks=$(gzip --decompress --stdout "$file" | grep --text --extended-regexp '^(USE `|-- Dump completed)') || {
        complain "$file is not whole"
        return 1
    }
    [[ ${marks##*$'\n'} == '-- Dump completed'* ]] || {
        complain "$file ends too early"
        return 1
    }
    for schema in "${schemas[@]}"; do
        [[ $marks == *"USE \`$schema\`;"* ]] || {
            complain "$file lacks $schema"
            return 1
        }
    done
}

ask() { "$client" "${login[@]}" "${connection[@]}" --batch --skip-column-names --execute="$1"; }

is_empty() {
    [[ $(ask "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = '$1'") == 0 ]]
}

# Not all or nothing: what changes tables cannot be taken back.
load() {    # FOLDER
    local schema
    for schema in "${schemas[@]}"; do
        is_empty "$schema" || ask "DROP DATABASE \`$schema\`" || return 1
    done
    gzip --decompress --stdout "$1/databases.sql.gz" |
        "$client" "${login[@]}" "${connection[@]}" --max-allowed-packet=1G || {
        complain "only a part is restored: mend what is said above and run this again with --force"
        return 1
    }
    say "${schemas[*]}: restored"
}
)bash";

}
