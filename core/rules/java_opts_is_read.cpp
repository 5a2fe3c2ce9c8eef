#include "core/rules/cures.h"
#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

/// JDK_JAVA_OPTIONS and JAVA_TOOL_OPTIONS are read by java itself; JAVA_OPTS only by start scripts, of which there is none.
void check(const Checked& project, Findings& findings) {
    const Workload& workload = project.deployment.workload;
    if (!project.deployment.makesKubernetes() || workload.native || workload.entrypoint) return;
    for (const EnvironmentReference& variable : workload.environment) {
        const Origin* place = *variable.name == "JAVA_OPTS" ? writtenAt(variable.name.origins) : nullptr;
        if (place == nullptr) continue;
        const char* read = "JAVA_TOOL_OPTIONS";
        findings.at(place->place())
            .say(
                {MESSAGE(
                     "rules",
                     "nothing reads JAVA_OPTS: the container starts java without a script. java itself reads "
                     "%1"),
                 read})
            .fix({MESSAGE("rules", "Name it '%1'"), read},
                 setBeside(project, *place, "name", toml::quoted(read)));
    }
}

}

extern const Rule java_opts_is_read{
    .id = "java-opts-is-read",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Options of Java that Java does not read"),
    .why = MESSAGE("rules", "Heap size, proxies and certificates keep their defaults, and nothing says so."),
    .cure = MESSAGE("rules", "Use JAVA_TOOL_OPTIONS."),
    .source = "c2c 4.0.0, section 8.1; JDK 21, java",
    .example = {.wrong = R"(=== Cloud.toml
[[cloud.config.envs]]
key_ref = "java_opts"
name = «"JAVA_OPTS"»
config_name = "order-settings"
)",
                .right = R"(=== Cloud.toml
[[cloud.config.envs]]
key_ref = "java_opts"
name = "JAVA_TOOL_OPTIONS"
config_name = "order-settings"
)"},
    .check = check};

}
