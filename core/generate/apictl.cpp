#include "core/generate/apictl.h"
#include "core/generate/bash_writer.h"
#include "core/generate/plain_text.h"
#include "core/generate/topology_reasons.h"
#include "core/generate/yaml.h"

#include <algorithm>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;
using Entries = std::vector<std::pair<std::string, Text>>;

constexpr const char* id = "apictl";

/// Taken from Deployment.toml as a whole: entries refer to each other by name.
Origins reasonsOf(const ApiPromotion& promotion, const PromotedApi& api) {
    return joined(joined({layout("apictl, params")}, promotion.because), api.name.origins);
}

Yaml security(const ApiTarget& target) {
    Yaml account = Yaml::map();
    account.set("enabled", true)
        .set("type", "basic")
        .set("username", target.user)
        .set("password", Text{"${" + target.passwordVariable + '}', target.user.origins});
    return account;
}

Yaml configs(const ApiTarget& target) {
    Yaml endpoints = Yaml::map(), accounts = Yaml::map();
    for (const auto& [kind, address] :
         {std::pair{"production", &target.production}, {"sandbox", &target.sandbox}}) {
        if ((*address)->empty()) continue;
        endpoints.set(kind, Yaml::map().set("url", *address));
        if (!target.user->empty()) accounts.set(kind, security(target));
    }
    Yaml configs = Yaml::map();
    if (!endpoints.empty()) configs.set("endpoints", std::move(endpoints));
    if (!accounts.empty()) configs.set("security", std::move(accounts));
    Yaml gateway = Yaml::map();
    gateway.set("deploymentEnvironment", target.gateway);
    if (!target.gatewayHost->empty()) gateway.set("deploymentVhost", target.gatewayHost);
    gateway.set("displayOnDevportal", true);
    configs.set("deploymentEnvironments", Yaml::list().add(std::move(gateway)));
    return configs;
}

/// What is different in each environment; everything stands below `configs`, where apictl looks.
Artifact params(const ApiPromotion& promotion, const PromotedApi& api) {
    TextWriter writer("apis/params/" + *api.name + ".yaml", id, reasonsOf(promotion, api));
    Yaml environments = Yaml::list();
    for (const ApiTarget& target : api.targets) {
        Yaml environment = Yaml::map();
        environment.set("name", target.environment).set("configs", configs(target));
        environments.add(std::move(environment));
    }
    Yaml::map().set("environments", std::move(environments)).write(writer);
    return std::move(writer).take();
}

Artifact data(const ApiPromotion& promotion) {
    BashWriter writer("apis/deployment.sh", id, joined({layout("apictl")}, promotion.because));
    writer.fixed("# shellcheck shell=bash disable=SC2034");
    writer.comment("What promote.sh works on.");
    std::vector<Text> names;
    Entries versions, archives;
    for (const PromotedApi& api : promotion.apis) {
        names.push_back(api.name);
        versions.emplace_back(*api.name, api.version);
        archives.emplace_back(*api.name, api.archive);
    }
    writer.array("environments", promotion.environments);
    writer.array("apis", names);
    writer.table("version", versions);
    writer.comment("In the repository; exported from the environment before where it is empty");
    writer.table("archive", archives);
    writer.comment("Variables with passwords that the params of an environment take");
    Entries needed;
    for (const Text& environment : promotion.environments) {
        Text variables{"", environment.origins};
        for (const std::string& name : promotion.passwordsIn(*environment))
            variables.value += (variables->empty() ? "" : " ") + name;
        needed.emplace_back(*environment, variables);
    }
    writer.table("passwords", needed);
    return std::move(writer).take();
}

constexpr std::string_view promote = R"bash(set -euo pipefail

usage() { printf 'usage: %s [--dry-run] FROM TO\n' "${0##*/}" >&2; exit 2; }
say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/deployment.sh"

dry_run=()
[[ ${1:-} != --dry-run ]] || { dry_run=(--dry-run); shift; }
[[ $# -eq 2 && $1 != -* ]] || usage
from=$1
to=$2
for environment in "$from" "$to"; do
    [[ " ${environments[*]} " == *" $environment "* ]] || fail "there is no environment '$environment'"
done
for name in ${passwords[$to]}; do
    [[ -n ${!name:-} ]] || fail "$name is not set: it is a password in the params of $to"
    export "${name?}"
done

# The newest revision of API as it is deployed in FROM; a working copy would lack where it is deployed.
exported() {
    local folder=$work/$1
    mkdir "$folder"
    apictl set --export-directory-path "$folder" >/dev/null
    apictl export api --name "$1" --version "${version[$1]}" --environment "$from" --latest >&2
    find "$folder" -name '*.zip' -print -quit
}

work=$(mktemp --directory)
trap 'rm --recursive --force "$work"' EXIT
for api in "${apis[@]}"; do
    file=${archive[$api]}
    [[ -n $file ]] || file=$(exported "$api")
    [[ -e $file ]] || fail "$api ${version[$api]} could not be exported from $from"
    say "$api ${version[$api]}: from $from to $to"
    params=()
    [[ ! -f $here/params/$api.yaml ]] || params=(--params "$here/params/$api.yaml")
    apictl import api --file "$file" --environment "$to" "${params[@]}" --update --rotate-revision "${dry_run[@]}"
    ((${#dry_run[@]} == 0)) || continue
    found=$(apictl get apis --environment "$to" --query "name:$api version:${version[$api]}" \
        --format '{{.Name}} {{.Version}}')
    [[ $found == *"$api ${version[$api]}"* ]] || fail "$api ${version[$api]} is not in $to after its import"
done
)bash";

Artifacts generate(const Design& design) {
    const ApiPromotion promotion = apiPromotionOf(design.deployment);
    Artifacts files;
    if (promotion.apis.empty()) return files;
    for (const PromotedApi& api : promotion.apis)
        if (!api.targets.empty()) files.push_back(params(promotion, api));
    files.push_back(data(promotion));
    BashWriter script("apis/promote.sh", id, joined({layout("apictl")}, promotion.because));
    script.fixed("#!/usr/bin/env bash");
    script.fixed("# shellcheck disable=SC2154    # variables of deployment.sh");
    script.comment("Brings APIs from one environment to the next. apictl knows both and is logged in.");
    script.fixed(promote);
    files.push_back(std::move(script).take());
    return files;
}

std::string upperIdentifier(std::string_view text) {
    std::string name = identifierOf(text);
    for (char& c : name)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return name;
}

/// apictl puts variables into a text that has "${"; nothing keeps it from that.
Text fixedText(Text text) {
    if (text->contains('$')) text.value.clear();
    return text;
}

ApiTarget targetOf(const Topology& topology, std::size_t number, const Text& environment, const Text& api) {
    const auto& keys = deploymentToml().apiEndpoint;
    const auto& gateways = deploymentToml().gatewayEnvironment;
    ApiTarget target{.environment = environment,
                     .production = fixedText(topology.value(keys.production, number)),
                     .sandbox = fixedText(topology.value(keys.sandbox, number)),
                     .user = fixedText(topology.value(keys.user, number)),
                     .gateway = fixedText(topology.value(keys.gatewayEnvironment, number)),
                     .gatewayHost = fixedText(topology.value(keys.gatewayHost, number))};
    target.passwordVariable = upperIdentifier(*api) + '_' + upperIdentifier(*environment) + "_PASSWORD";
    const bool any = topology.count(gateways.all) > 0;
    const Text usual =
        any ? topology.value(gateways.name, 0) : Text{"Default", {layout("WSO2 API Manager 4.7")}};
    const bool isUsual = target.gateway->empty() || *target.gateway == *usual;
    const Origins written = target.gateway.origins;
    if (target.gateway->empty()) target.gateway = {*usual, joined(usual.origins, written)};
    if (target.gatewayHost->empty() && isUsual && any) {
        const Text host = fixedText(topology.value(gateways.host, 0));
        target.gatewayHost = {*host, joined(joined(host.origins, written), target.gatewayHost.origins)};
    }
    return target;
}

}

std::vector<std::string> ApiPromotion::passwordsIn(const std::string& environment) const {
    std::vector<std::string> names;
    for (const PromotedApi& api : apis)
        for (const ApiTarget& target : api.targets)
            if (*target.environment == environment && !target.user->empty())
                names.push_back(target.passwordVariable);
    return names;
}

ApiPromotion apiPromotionOf(const Deployment& deployment) {
    const Topology& topology = deployment.topology;
    const auto& keys = deploymentToml();
    ApiPromotion promotion;
    const auto because = [&](const Origins& more) {
        promotion.because = joined(std::move(promotion.because), more);
    };
    for (const Environment& each : deployment.environments) {
        because(each.name.origins);
        if (isFileName(*each.name)) promotion.environments.push_back(each.name);
    }
    for (std::size_t i = 0; i < topology.count(keys.api.all); ++i) {
        PromotedApi api{.name = topology.value(keys.api.name, i),
                        .version = topology.value(keys.api.version, i),
                        .archive = topology.value(keys.api.archive, i)};
        because(api.name.origins);
        const bool taken = std::ranges::any_of(
            promotion.apis, [&](const PromotedApi& each) { return *each.name == *api.name; });
        if (isFileName(*api.name) && !taken) promotion.apis.push_back(std::move(api));
    }
    for (std::size_t i = 0; i < topology.count(keys.apiEndpoint.all); ++i) {
        const Text name = topology.value(keys.apiEndpoint.api, i),
                   environment = topology.value(keys.apiEndpoint.environment, i);
        because(joined(joined(name.origins, environment.origins),
                       topology.value(keys.apiEndpoint.user, i).origins));
        const auto api = std::ranges::find_if(promotion.apis,
                                              [&](const PromotedApi& each) { return *each.name == *name; });
        const auto known = std::ranges::find_if(promotion.environments,
                                                [&](const Text& each) { return *each == *environment; });
        if (api == promotion.apis.end() || known == promotion.environments.end()) continue;
        const bool taken = std::ranges::any_of(
            api->targets, [&](const ApiTarget& each) { return *each.environment == *environment; });
        if (!taken) api->targets.push_back(targetOf(topology, i, environment, name));
    }
    return promotion;
}

extern const Generator apictl{.family = id, .generate = generate};

}
