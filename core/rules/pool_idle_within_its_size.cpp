#include "core/rules/deployment_table.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    for (const Pool& pool : project.deployment.topology.pools) {
        if (*pool.minIdle <= *pool.maxActive) continue;
        const DeploymentTable table(project, {"pool", pool.number});
        const std::string most = std::to_string(*pool.maxActive);
        findings.at(table.place(table.find("min_idle") != nullptr ? "min_idle" : "max_active"))
            .say({MESSAGE("rules", "%1 connections are kept idle and at most %2 may be open"),
                  std::to_string(*pool.minIdle), most})
            .fix({MESSAGE("rules", "Keep %1"), most}, table.set("min_idle", most))
            .fix({MESSAGE("rules", "Open %1"), std::to_string(*pool.minIdle)},
                 table.set("max_active", std::to_string(*pool.minIdle)));
    }
}

}

extern const Rule pool_idle_within_its_size{
    .id = "pool-idle-within-its-size",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A pool that keeps more than it may open"),
    .why = MESSAGE("rules", "Pools differ in what they make of it: some refuse to start, some open and close "
                            "connections all the time."),
    .cure = MESSAGE("rules", "Keep no more idle than may be open."),
    .source = "WSO2 API Manager, data source configuration",
    .example = {.wrong = R"(=== Deployment.toml
[[database]]
name = "orders"
managed = true

[[pool]]
role = "service"
database = "orders"
max_active = 10
min_idle = «20»
)",
                .right = R"(=== Deployment.toml
[[database]]
name = "orders"
managed = true

[[pool]]
role = "service"
database = "orders"
max_active = 10
min_idle = 10
)"},
    .check = check};

}
