#include "core/model/mounted_files.h"
#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

bool isMounted(const Workload& workload, std::string_view file) {
    return std::ranges::any_of(mountedConfigs(workload), [&](const MountedConfig& mounted) {
        return std::ranges::any_of(mounted.entry->origins, [&](const Origin& origin) {
            return origin.kind() == Origin::Kind::File &&
                   (origin.key() == file || origin.key() == "./" + std::string(file));
        });
    });
}

std::size_t nextEntry(const toml::Document& cloudToml) {
    const toml::Node* files = cloudToml.find({"cloud", "config", "files"});
    return files == nullptr ? 0 : files->elements.size();
}

void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    if (!deployment.makesKubernetes()) return;
    const std::string file = deployment.environment ? *deployment.environment->config : "Config.toml";
    const CheckedDocument* config = project.document(file);
    if (config == nullptr || config->document.root().members.empty() || isMounted(deployment.workload, file))
        return;
    if (std::ranges::any_of(deployment.workload.copies,
                            [&](const CopiedFile& copy) { return *copy.source == "Config.toml"; }))
        return;
    findings.at({file, config->document.root().members.front().node.keyRange})
        .say(
            {MESSAGE(
                 "rules",
                 "on Kubernetes nothing of %1 is used: it is not part of the image, and Cloud.toml mounts it "
                 "nowhere. The program runs with its defaults"),
             file})
        .fix({MESSAGE("rules", "Mount %1"), std::string("Config.toml")},
             toml::set("Cloud.toml", project.toml("Cloud.toml"),
                       {"cloud", "config", "files", nextEntry(project.toml("Cloud.toml")), "file"},
                       "\"Config.toml\""));
}

}

extern const Rule configuration_is_mounted{
    .id = "configuration-is-mounted",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A configuration that is not deployed"),
    .why = MESSAGE(
        "rules",
        "Values that work on the developer's machine are not there in the cluster, and nothing says so: "
        "the program runs with the defaults of its source."),
    .cure = MESSAGE("rules",
                    "Mount it with [[cloud.config.files]], or with [[cloud.config.secrets]] where it holds a "
                    "secret."),
    .source = "c2c 4.0.0, section 6.5; Config.toml reference, section 7",
    .example = {.wrong = R"(=== main.bal
configurable int limits = 10;
=== Config.toml
«limits» = 20
=== Cloud.toml
[container.image]
tag = "1.0.0"
)",
                .right = R"(=== main.bal
configurable int limits = 10;
=== Config.toml
limits = 20
=== Cloud.toml
[container.image]
tag = "1.0.0"

[[cloud.config.files]]
file = "Config.toml"
)"},
    .check = check};

}
