#include "core/model/settings.h"
#include "core/rules/rule.h"
#include "core/schema/cloud_toml.h"

namespace arabesque {

namespace {

bool hasName(std::string_view path) {
    return path.find_first_not_of('/') != std::string_view::npos;
}

void look(const Settings& settings, Records records, Setting<std::string> file, const char* code,
          const MessageText& text, Findings& findings) {
    for (std::size_t i = 0; i < settings.count(records); ++i) {
        const auto path = settings.written(file, i);
        if (path && !(*path)->empty() && !hasName(**path))
            findings.at(path->origins.front().place()).code(code).say(Message(text));
    }
}

/// c2c 4.0.0, section 4.4: C2C_013 and C2C_015.
void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Cloud.toml");
    if (checked == nullptr || !project.deployment.makesKubernetes()) return;
    const CloudToml& c = cloud();
    const Settings settings(checked->file, checked->document, c);
    constexpr MessageText config = MESSAGE("rules", "invalid config file name");
    constexpr MessageText other = MESSAGE("rules", "Cloud.toml error invalid path without file name");
    look(settings, c.configFiles, c.configFile, "C2C_013", config, findings);
    look(settings, c.configSecrets, c.configSecret, "C2C_013", config, findings);
    if (project.deployment.workload.isTask()) return;
    look(settings, c.configMaps, c.configMapFile, "C2C_015", other, findings);
    look(settings, c.secretFiles, c.secretFile, "C2C_015", other, findings);
}

}

extern const Rule file_has_a_name{
    .id = "file-has-a-name",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A path that names no file"),
    .why = MESSAGE(
        "rules",
        "A ConfigMap keeps a file under its name. Without one the build stops when it writes the files."),
    .cure = MESSAGE("rules", "Name a file or a folder of the package."),
    .source = "c2c 4.0.0, section 4.4",
    .example = {.wrong = R"(=== Cloud.toml
[[cloud.config.maps]]
file = «"/"»
mount_dir = "data"
)",
                .right = R"(=== Cloud.toml
[[cloud.config.maps]]
file = "rates.csv"
mount_dir = "data"
=== rates.csv
EUR,1.08
)"},
    .check = check};

}
