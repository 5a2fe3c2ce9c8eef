#include "core/model/settings.h"
#include "core/rules/rule.h"
#include "core/schema/cloud_toml.h"

namespace arabesque {

namespace {

/// An array of tables with the keys its entries need: code-to-cloud stops with an exception where one is missing
/// (c2c 4.0.0, sections 3.2 and 12).
struct Needs {
    Records records;
    std::vector<Setting<std::string>> keys;
    bool ofImage = false;   ///< read for the image too, not for Kubernetes only
};

const std::vector<Needs>& needs() {
    static const CloudToml& c = cloud();
    static const std::vector<Needs> all{{c.copyFiles, {c.copySource, c.copyTarget}, true},
                                        {c.configFiles, {c.configFile}},
                                        {c.configSecrets, {c.configSecret}},
                                        {c.configMaps, {c.configMapFile, c.configMapDirectory}},
                                        {c.secretFiles, {c.secretFile}}};
    return all;
}

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Cloud.toml");
    if (checked == nullptr || !project.deployment.readsCloudToml()) return;
    const Settings settings(checked->file, checked->document, cloud());
    for (const Needs& each : needs()) {
        const bool read =
            each.ofImage ? !project.deployment.workload.isTask() : project.deployment.makesKubernetes();
        for (std::size_t i = 0; read && i < settings.count(each.records); ++i)
            for (const Setting<std::string> key : each.keys)
                if (!settings.written(key, i))
                    findings.at(settings.origin(each.records, i).place())
                        .say({MESSAGE(
                                  "rules",
                                  "'%1' is missing here; code-to-cloud stops with an exception without it"),
                              std::string(nameOf(cloud()[key].path))});
    }
}

}

extern const Rule file_entry_is_complete{
    .id = "file-entry-is-complete",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A file without its name or place"),
    .why = MESSAGE(
        "rules",
        "The build ends in an exception of the tool, after compiling, and names neither file nor line."),
    .cure = MESSAGE("rules", "Write the key, or remove the entry."),
    .source = "c2c 4.0.0, sections 3.2 and 12",
    .example = {.wrong = R"(=== Cloud.toml
«[[cloud.config.files]]»
name = "order-settings"
)",
                .right = R"(=== Cloud.toml
[[cloud.config.files]]
file = "conf/Config.toml"
name = "order-settings"
=== conf/Config.toml
limit = 5
)"},
    .check = check};

}
