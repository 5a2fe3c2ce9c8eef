#include "core/model/settings.h"
#include "core/rules/rule.h"
#include "core/schema/cloud_toml.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

/// Folders the program needs itself, with what the tool calls them (c2c 4.0.0, section 4.4, C2C_014).
constexpr std::array<std::pair<std::string_view, const char*>, 4> taken{{
    {"/home/ballerina", "ballerina home"},
    {"/ballerina/runtime", "ballerina runtime"},
    {"/home/ballerina/conf", "ballerina conf file mount"},
    {"/home/ballerina/secrets", "ballerina secret file mount"},
}};

class MountCheck {
public:
    MountCheck(const CheckedDocument& checked, Findings& findings)
        : m_checked(checked), m_settings(checked.file, checked.document, cloud()), m_findings(findings) {}

    void run(Records records, Setting<std::string> directory, const char* absentFirst) const {
        for (std::size_t i = 0; i < m_settings.count(records); ++i) {
            const auto folder = m_settings.written(directory, i);
            if (folder)
                look(**folder, folder->origins.front().place(), pathOf(records, i));
            else if (i == 0)
                look(absentFirst, m_settings.origin(records, i).place(), pathOf(records, i));
        }
    }

private:
    static toml::Path pathOf(Records records, std::size_t index) {
        toml::Path path = *toml::readPath(cloud()[records].path);
        path.emplace_back(index);
        path.emplace_back("mount_dir");
        return path;
    }

    void look(std::string_view folder, const Place& place, const toml::Path& key) const {
        std::string_view bare = folder;
        if (bare.size() > 1 && bare.ends_with('/')) bare.remove_suffix(1);
        const auto found = std::ranges::find(taken, bare, &std::pair<std::string_view, const char*>::first);
        if (found == taken.end()) return;
        const std::string free = "/home/ballerina/resources";
        m_findings.at(place)
            .code("C2C_014")
            .say({MESSAGE("rules", "Cloud.toml error mount_path cannot be `%1`: `%2`"), found->second,
                  std::string(folder)})
            .fix({MESSAGE("rules", "Mount under %1"), free},
                 toml::planned::set(m_checked.file, m_checked.document, key, toml::quoted(free)));
    }

    const CheckedDocument& m_checked;
    Settings m_settings;
    Findings& m_findings;
};

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Cloud.toml");
    if (checked == nullptr || !project.deployment.makesKubernetes() || project.deployment.workload.isTask())
        return;
    const MountCheck mounts(*checked, findings);
    mounts.run(cloud().configMaps, cloud().configMapDirectory, "");
    mounts.run(cloud().secretFiles, cloud().secretDirectory, "/home/ballerina/secrets");
}

}

extern const Rule mount_folder_is_free{
    .id = "mount-folder-is-free",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A mount over what the program needs"),
    .why = MESSAGE("rules", "The mount would hide the program itself or its configuration, so the build "
                            "stops when it writes the files."),
    .cure = MESSAGE("rules", "Mount into a folder of its own."),
    .source = "c2c 4.0.0, section 4.4",
    .example = {.wrong = R"(=== Cloud.toml
[[cloud.config.maps]]
file = "rates.csv"
mount_dir = «"/home/ballerina"»
=== rates.csv
EUR,1.08
)",
                .right = R"(=== Cloud.toml
[[cloud.config.maps]]
file = "rates.csv"
mount_dir = "/home/ballerina/resources"
=== rates.csv
EUR,1.08
)"},
    .check = check};

}
