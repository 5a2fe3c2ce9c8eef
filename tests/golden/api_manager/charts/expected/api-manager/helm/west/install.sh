#!/usr/bin/env bash
# Installs or updates the charts of helm-apim. The databases and the secrets of
# secrets.template.yaml are there before: the charts stop without an encryption key. Helm knows the
# repository of the charts by the name wso2.
set -euo pipefail
namespace=apis
context=west-1
chart_version=4.7.0-1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dry_run=()
[[ ${1:-} != --dry-run ]] || dry_run=(--dry-run)
cluster=()
[[ -z $context ]] || cluster=(--context "$context")
helm_cluster=()
[[ -z $context ]] || helm_cluster=(--kube-context "$context")
place=()
[[ -z $namespace ]] || place=(--namespace "$namespace")

# Corrects what the chart gets wrong. Helm 3 does it while it renders; later releases take no program for it.
release() {    # CHART ROLE
    local helm=(helm upgrade --install "$1" "wso2/$1" --version "$chart_version" "${helm_cluster[@]}" "${place[@]}"
        --values "$here/$2.values.yaml" --wait --timeout 15m "${dry_run[@]}")
    printf 'installing %s\n' "$1"
    if [[ $(helm version --template '{{.Version}}') == v3.* ]]; then
        "${helm[@]}" --post-renderer "$here/post/render.sh" --post-renderer-args "$here/post/$2"
        return
    fi
    "${helm[@]}"
    ((${#dry_run[@]} == 0)) || return 0
    helm get manifest "$1" "${helm_cluster[@]}" "${place[@]}" | "$here/post/render.sh" "$here/post/$2" |
        kubectl apply "${cluster[@]}" "${place[@]}" --filename -
}

if grep --quiet HOST:PORT "$here"/*.values.yaml; then
    printf '%s: write the address of the database in place of HOST:PORT\n' "${0##*/}" >&2
    exit 1
fi
((${#dry_run[@]} > 0)) || kubectl apply "${cluster[@]}" "${place[@]}" --filename "$here/gateway.yaml"
release wso2am-acp control-plane
release wso2am-tm traffic-manager
release wso2am-universal-gw gateway
