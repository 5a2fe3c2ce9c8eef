# shellcheck shell=bash disable=SC2034
# What the scripts beside this file work on.
user=wso2carbon
# Seconds until a server that is started serves, and that requests under way get
start_timeout=${START_TIMEOUT:-300}
drain_time=${DRAIN_TIME:-10}

# In the order of an update: what others ask comes first
nodes=(
    cp-w1
    cp-w2
    cp-e1
    tm-w1
    tm-w2
    gw-w1
    gw-w2
    gw-e1
)
declare -A host=(
    [cp-w1]=10.1.0.11
    [cp-w2]=10.1.0.12
    [cp-e1]=cp-e1.example.com
    [tm-w1]=10.1.0.21
    [tm-w2]=10.1.0.22
    [gw-w1]=10.1.0.31
    [gw-w2]=10.1.0.32
    [gw-e1]=gw-e1.example.com
)
declare -A home=(
    [cp-w1]=/opt/wso2/cp-w1
    [cp-w2]=/opt/wso2/cp-w2
    [cp-e1]=/opt/wso2/cp-e1
    [tm-w1]=/opt/wso2/tm-w1
    [tm-w2]=/opt/wso2/tm-w2
    [gw-w1]=/opt/wso2/gw-w1
    [gw-w2]=/opt/wso2/gw-w2
    [gw-e1]=/opt/wso2/gw-e1
)
declare -A unit=(
    [cp-w1]=wso2-cp-w1.service
    [cp-w2]=wso2-cp-w2.service
    [cp-e1]=wso2-cp-e1.service
    [tm-w1]=wso2-tm-w1.service
    [tm-w2]=wso2-tm-w2.service
    [gw-w1]=wso2-gw-w1.service
    [gw-w2]=wso2-gw-w2.service
    [gw-e1]=wso2-gw-e1.service
)
declare -A distribution=(
    [cp-w1]=wso2am-acp
    [cp-w2]=wso2am-acp
    [cp-e1]=wso2am-acp
    [tm-w1]=wso2am-tm
    [tm-w2]=wso2am-tm
    [gw-w1]=wso2am-universal-gw
    [gw-w2]=wso2am-universal-gw
    [gw-e1]=wso2am-universal-gw
)
declare -A release=(
    [cp-w1]=4.7.0
    [cp-w2]=4.7.0
    [cp-e1]=4.7.0
    [tm-w1]=4.7.0
    [tm-w2]=4.7.0
    [gw-w1]=4.7.0
    [gw-w2]=4.7.0
    [gw-e1]=4.7.0
)
declare -A health_scheme=(
    [cp-w1]=http
    [cp-w2]=http
    [cp-e1]=http
    [tm-w1]=http
    [tm-w2]=http
    [gw-w1]=https
    [gw-w2]=https
    [gw-e1]=https
)
declare -A health_port=(
    [cp-w1]=9763
    [cp-w2]=9763
    [cp-e1]=9763
    [tm-w1]=9763
    [tm-w2]=9763
    [gw-w1]=9443
    [gw-w2]=9443
    [gw-e1]=9443
)
declare -A health_path=(
    [cp-w1]=/services/Version
    [cp-w2]=/services/Version
    [cp-e1]=/services/Version
    [tm-w1]=/services/Version
    [tm-w2]=/services/Version
    [gw-w1]=/api/am/gateway/v2/server-startup-healthcheck
    [gw-w2]=/api/am/gateway/v2/server-startup-healthcheck
    [gw-e1]=/api/am/gateway/v2/server-startup-healthcheck
)

engine=haproxy
balancer_site=/etc/nginx/conf.d/apis.conf
balancers=(
    lb-w
)
declare -A balancer_host=(
    [lb-w]=10.1.0.5
)
declare -A balancer_port=(
    [lb-w]=443
)
declare -A balancers_of=(
    [cp-w1]=lb-w
    [cp-w2]=lb-w
    [cp-e1]=''
    [tm-w1]=''
    [tm-w2]=''
    [gw-w1]=lb-w
    [gw-w2]=lb-w
    [gw-e1]=''
)
declare -A groups_of=(
    [cp-w1]=apis_control_plane
    [cp-w2]=apis_control_plane
    [cp-e1]=''
    [tm-w1]=''
    [tm-w2]=''
    [gw-w1]='apis_gateway apis_gateway_websocket'
    [gw-w2]='apis_gateway apis_gateway_websocket'
    [gw-e1]=''
)
declare -A servers_beside=(
    [cp-w1]=1
    [cp-w2]=1
    [cp-e1]=0
    [tm-w1]=0
    [tm-w2]=0
    [gw-w1]=1
    [gw-w2]=1
    [gw-e1]=0
)
