#include "core/rules/cures.h"
#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <set>

namespace arabesque {

namespace {

std::string_view bare(std::string_view path) {
    while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
    return path;
}

class Mounts {
public:
    Mounts(const Checked& project, Findings& findings) : m_project(project), m_findings(findings) {}

    void add(const Sourced<std::string>& path) {
        if (path->empty() || m_paths.insert(bare(*path)).second) return;
        const Origin* place = writtenAt(path.origins);
        if (place == nullptr) return;
        auto finding = m_findings.at(place->place());
        finding.say(
            {MESSAGE("rules",
                     "'%1' is mounted over by another entry too: Kubernetes refuses two mounts at one "
                     "path"),
             *path});
        const auto key = toml::readPath(place->key());
        const auto folder = key ? textOf(m_project.find(place->document(), *key)) : std::nullopt;
        if (!folder) return;
        const std::string other = std::string(bare(*folder)) + "2";
        finding.fix({MESSAGE("rules", "Mount under %1"), other},
                    setAt(m_project, *place, toml::quoted(other)));
    }

private:
    const Checked& m_project;
    Findings& m_findings;
    std::set<std::string_view> m_paths;
};

void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    if (!deployment.makesKubernetes() || deployment.workload.isTask()) return;
    Mounts mounts(project, findings);
    for (const ConfigObject& config : deployment.workload.configs) mounts.add(config.mountPath);
    for (const Claim& claim : deployment.workload.claims) mounts.add(claim.mountPath);
}

}

extern const Rule mount_path_is_unique{
    .id = "mount-path-is-unique",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Two mounts at one path"),
    .why = MESSAGE("rules", "The cluster refuses the Deployment: nothing starts."),
    .cure = MESSAGE("rules", "Mount one of them elsewhere."),
    .source = "c2c 4.0.0, section 6.4; Kubernetes, volumes",
    .example = {.wrong = R"(=== Cloud.toml
[[cloud.deployment.storage.volumes]]
name = "orders"
local_path = "/var/spool"

[[cloud.deployment.storage.volumes]]
name = "bills"
local_path = «"/var/spool"»
)",
                .right = R"(=== Cloud.toml
[[cloud.deployment.storage.volumes]]
name = "orders"
local_path = "/var/spool"

[[cloud.deployment.storage.volumes]]
name = "bills"
local_path = "/var/spool2"
)"},
    .check = check};

}
