# shellcheck shell=bash disable=SC2034
# What the scripts beside this file work on.
database=orders
host=db.acme.org
port=5432
user=backup
folder=/var/backups/orders
keep_daily=7
keep_weekly=4
schemas=(
    orders
)

# Files and folders as a whole, here or on HOST:, and folders with distributions of products
files=(
    /etc/nginx
    10.0.1.12:/opt/orders/config
    10.0.1.11:/opt/orders/config
)
products=(
)
# Names of secrets that a restored system needs; they are kept elsewhere
secrets=(
)

# Its password: a line host:port:database:user:password, as in .pgpass
password_file=/etc/orders/backup-orders

# What the environment says comes first, such as an administrator for restore.sh.
host=${DATABASE_HOST:-$host}
port=${DATABASE_PORT:-$port}
user=${DATABASE_USER:-$user}
folder=${BACKUP_FOLDER:-$folder}
password_file=${PASSWORD_FILE:-$password_file}
# A pod has no files of machines: BACKUP_FILES=none.
[[ ${BACKUP_FILES:-} != none ]] || { files=(); products=(); }
