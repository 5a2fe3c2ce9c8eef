#include "core/model/names.h"
#include "core/model/settings.h"
#include "core/rules/rule.h"
#include "core/schema/cloud_toml.h"
#include "core/toml/rewrite.h"

#include <set>

namespace arabesque {

namespace {

/// Two files of one name in one ConfigMap stop the tool (c2c 4.0.0, section 4.4, C2C_017).
void checkConfigMaps(const Settings& settings, Findings& findings) {
    const std::size_t count = settings.count(cloud().configFiles);
    if (count < 2) return;
    std::set<std::pair<std::string, std::string>> seen;
    for (std::size_t i = 0; i < count; ++i) {
        const auto file = settings.written(cloud().configFile, i);
        if (!file) continue;
        if (!seen.emplace(*settings.value(cloud().configFileObject, i), lastName(**file)).second)
            findings.at(file->origins.front().place())
                .code("C2C_017")
                .say(MESSAGE("rules", "duplicate file under the same config map"));
    }
}

/// Two Secrets of one name overwrite each other on the cluster, and the tool says nothing (section 6.5).
void checkSecrets(const CheckedDocument& checked, const Settings& settings, Findings& findings) {
    const std::size_t count = settings.count(cloud().configSecrets);
    if (count < 2) return;
    std::set<std::string> names;
    for (std::size_t i = 0; i < count; ++i) names.insert(*settings.value(cloud().configSecretObject, i));
    std::set<std::string> seen;
    for (std::size_t i = 0; i < count; ++i) {
        const auto name = settings.value(cloud().configSecretObject, i);
        if (seen.insert(*name).second) continue;
        std::string free;
        for (std::size_t number = 2; free.empty() || names.contains(free); ++number)
            free = *name + '-' + std::to_string(number);
        names.insert(free);
        const Place& written = name.origins.front().place();
        findings.at(written.file.empty() ? settings.origin(cloud().configSecrets, i).place() : written)
            .severity(Severity::Warning)
            .say({MESSAGE("rules",
                          "another entry makes a Secret '%1' too: on the cluster the last one applied "
                          "replaces the other, and the files of one are missing"),
                  *name})
            .fix({MESSAGE("rules", "Name this one '%1'"), free},
                 toml::planned::set(checked.file, checked.document, {"cloud", "config", "secrets", i, "name"},
                                    toml::quoted(free)));
    }
}

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Cloud.toml");
    if (checked == nullptr || !project.deployment.makesKubernetes()) return;
    const Settings settings(checked->file, checked->document, cloud());
    checkConfigMaps(settings, findings);
    checkSecrets(*checked, settings, findings);
}

}

extern const Rule config_file_is_unique{
    .id = "config-file-is-unique",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Configuration of one name twice"),
    .why = MESSAGE("rules", "One of the two files is missing in the cluster: the build stops, or the Secret "
                            "applied last takes the other's place."),
    .cure = MESSAGE("rules", "Give one of them another name."),
    .source = "c2c 4.0.0, sections 4.4 and 6.5",
    .example = {.wrong = R"(=== Cloud.toml
[[cloud.config.files]]
file = "conf/Config.toml"

[[cloud.config.files]]
file = «"shared/Config.toml"»
=== conf/Config.toml
limit = 5
=== shared/Config.toml
color = "red"
)",
                .right = R"(=== Cloud.toml
[[cloud.config.files]]
file = "conf/Config.toml"

[[cloud.config.files]]
file = "shared/shared.toml"
=== conf/Config.toml
limit = 5
=== shared/shared.toml
color = "red"
)"},
    .check = check};

}
