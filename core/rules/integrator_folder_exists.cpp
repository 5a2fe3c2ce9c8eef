#include "core/rules/deployment_table.h"

#include <algorithm>

namespace arabesque {

namespace {

const Resource* loaded(const Checked& project, const std::string& folder) {
    const auto found = project.snapshot.resources.find(folder);
    return found == project.snapshot.resources.end() ? nullptr : &found->second;
}

bool hasApplications(const Resource& folder) {
    return std::ranges::any_of(folder.names, [](std::string_view name) { return name.ends_with(".car"); });
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (topology.nodesOf("micro-integrator").empty()) return;
    const DeploymentTable table(project, {"micro_integrator"});
    const auto& keys = deploymentToml().microIntegrator;
    for (const auto& [key, setting] :
         {std::pair("applications", keys.applications), std::pair("libraries", keys.libraries)}) {
        const auto written = topology.written(setting);
        const Resource* folder = written ? loaded(project, **written) : nullptr;
        if (folder == nullptr) continue;
        if (folder->kind != Resource::Kind::Directory)
            findings.at(table.place(key))
                .say({MESSAGE("rules",
                              "the project has no folder '%1', which the Micro Integrator's image copies"),
                      **written});
        else if (std::string_view(key) == "applications" && !hasApplications(*folder))
            findings.at(table.place(key))
                .say({MESSAGE("rules", "'%1' holds no composite application (.car): the Micro Integrator "
                                       "would serve nothing"),
                      **written});
    }
}

}

extern const Rule integrator_folder_exists{
    .id = "integrator-folder-exists",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A folder for the Micro Integrator that is not there"),
    .why = MESSAGE(
        "rules",
        "The image is not built, because COPY finds nothing, or it is built without what it is to serve."),
    .cure = MESSAGE(
        "rules",
        "Correct the folder, which starts at the project's, or put the .car files of the build there."),
    .source = "WSO2 Micro Integrator, container deployment",
    .example = {.wrong = R"(=== Deployment.toml
product = "micro-integrator"

[[node]]
name = "mi-1"
role = "micro-integrator"

[micro_integrator]
applications = «"cars"»
=== carbonapps/orders_1.0.0.car
an archive
)",
                .right = R"(=== Deployment.toml
product = "micro-integrator"

[[node]]
name = "mi-1"
role = "micro-integrator"

[micro_integrator]
applications = "carbonapps"
=== carbonapps/orders_1.0.0.car
an archive
)"},
    .check = check};

}
