#include "core/rules/deployment_table.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const std::vector<Pool>& pools = project.deployment.topology.pools;
    for (const Pool& pool : pools) {
        const auto first =
            std::ranges::find_if(pools, [&](const Pool& each) { return *each.database == *pool.database; });
        if (first->number >= pool.number || *first->autoCommit == *pool.autoCommit) continue;
        const DeploymentTable own(project, {"pool", pool.number});
        const DeploymentTable other(project, {"pool", first->number});
        const bool written = own.find("auto_commit") != nullptr;
        const std::string right = *first->autoCommit ? "true" : "false";
        auto finding = findings.at((written ? own : other).place("auto_commit"));
        finding.say(
            {MESSAGE("rules", "the pools of '%1' and '%2' to '%3' differ: one commits each statement and "
                              "the other does not"),
             *first->role, *pool.role, *pool.database});
        if (written)
            finding.fix({MESSAGE("rules", "Write %1"), right}, own.set("auto_commit", right));
        else
            finding.fix({MESSAGE("rules", "Write %1"), "true"}, other.set("auto_commit", "true"));
    }
}

}

extern const Rule pools_commit_alike{
    .id = "pools-commit-alike",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Pools that commit differently"),
    .why =
        MESSAGE("rules", "The same statements leave locks on one server and none on the other. It shows as "
                         "waiting that comes and goes."),
    .cure = MESSAGE("rules", "Set auto_commit alike for all pools of a database; the charts commit each "
                             "statement."),
    .source = "WSO2 helm-apim 4.7, defaultAutoCommit",
    .example = {.wrong = R"(=== Deployment.toml
[[database]]
name = "shared"
managed = true

[[pool]]
role = "control-plane"
database = "shared"
auto_commit = true

[[pool]]
role = "key-manager"
database = "shared"
auto_commit = «false»
)",
                .right = R"(=== Deployment.toml
[[database]]
name = "shared"
managed = true

[[pool]]
role = "control-plane"
database = "shared"
auto_commit = true

[[pool]]
role = "key-manager"
database = "shared"
auto_commit = true
)"},
    .check = check};

}
