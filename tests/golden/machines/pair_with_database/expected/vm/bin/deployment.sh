# shellcheck shell=bash disable=SC2034
# What the scripts beside this file work on.
package=orders
version=1.2.0
folder=/opt/orders
unit=orders.service
program=orders.jar
user=ballerina
start_timeout=60
default_environment=production
health_path=''
health_scheme=http
# Seconds that requests under way get before a machine is stopped
drain_time=${DRAIN_TIME:-5}

# In the order of an update: those that stand by first
nodes=(
    orders-2
    orders-1
)
declare -A host=(
    [orders-2]=10.0.1.12
    [orders-1]=10.0.1.11
)
declare -A health_port=(
    [orders-2]=9191
    [orders-1]=9191
)

engine=nginx
balancer_site=/etc/nginx/conf.d/orders.conf
balancers=(
    lb-1
    lb-2
)
declare -A balancer_host=(
    [lb-1]=10.0.1.1
    [lb-2]=10.0.1.2
)
declare -A balancer_port=(
    [lb-1]=443
    [lb-2]=443
)
declare -A balancers_of=(
    [orders-2]='lb-1 lb-2'
    [orders-1]='lb-1 lb-2'
)
declare -A groups_of=(
    [orders-2]=orders_service
    [orders-1]=orders_service
)
declare -A servers_beside=(
    [orders-2]=1
    [orders-1]=1
)
