#include "core/rules/rule.h"
#include "core/schema/secret_names.h"

namespace arabesque {

namespace {

/// The name in the first "-Cname=value" or "-Dname=value" that sounds secret and has a value that is no reference.
std::string secretArgumentIn(std::string_view command) {
    for (std::size_t at = command.find("-"); at != std::string_view::npos; at = command.find("-", at + 1)) {
        std::string_view rest = command.substr(at + 1);
        if (!rest.starts_with('C') && !rest.starts_with('D')) continue;
        rest = rest.substr(1, rest.find_first_of(" \"',") - 1);
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos || equals + 1 == rest.size() || rest[equals + 1] == '$')
            continue;
        const std::string_view name = rest.substr(0, equals);
        if (soundsSecret(name)) return std::string(name);
    }
    return {};
}

void check(const Checked& project, Findings& findings) {
    const auto& entrypoint = project.deployment.workload.entrypoint;
    if (!entrypoint || !project.deployment.makesImage()) return;
    const std::string name = secretArgumentIn(**entrypoint);
    if (name.empty()) return;
    findings.at(entrypoint->origins.front().place())
        .say({MESSAGE(
                  "rules",
                  "the value of '%1' is written into the image, and every list of processes shows it: give "
                  "it as an environment variable from a Secret"),
              name});
}

}

extern const Rule secret_in_entrypoint{
    .id = "secret-in-entrypoint",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A secret in the start command"),
    .why = MESSAGE(
        "rules",
        "Whoever pulls the image or lists the processes of the machine reads it, and it stays in every "
        "layer for good."),
    .cure = MESSAGE("rules", "Take it out of the command, and set it with [[cloud.secret.envs]]."),
    .source = "c2c 4.0.0, section 3.1",
    .example = {.wrong = R"(=== main.bal
configurable string dbPassword = "";
=== Cloud.toml
[container.image]
entrypoint = «'ENTRYPOINT ["java", "-jar", "${APP}", "-CdbPassword=opensesame"]'»
)",
                .right = R"(=== main.bal
configurable string dbPassword = "";
=== Cloud.toml
[container.image]
entrypoint = 'ENTRYPOINT ["java", "-jar", "${APP}"]'
)"},
    .check = check};

}
