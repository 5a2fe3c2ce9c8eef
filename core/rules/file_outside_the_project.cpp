#include "core/rules/cures.h"
#include "core/rules/rule.h"

namespace arabesque {

namespace {

/// Whether the path leaves the folder it begins in.
bool leaves(std::string_view path) {
    int depth = 0;
    while (!path.empty() && depth >= 0) {
        const std::size_t end = std::min(path.find('/'), path.size());
        const std::string_view step = path.substr(0, end);
        depth += step == ".." ? -1 : step.empty() || step == "." ? 0 : 1;
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return depth < 0;
}

void look(const Checked& project, const std::vector<Origin>& origins, Findings& findings) {
    const Origin* place = writtenAt(origins);
    const auto path = place == nullptr ? toml::Path() : toml::readPath(place->key()).value_or(toml::Path());
    const auto text = path.empty() ? std::nullopt : textOf(project.find(place->document(), path));
    if (!text || text->empty()) return;
    if (text->starts_with('/'))
        findings.at(place->place())
            .severity(Severity::Warning)
            .say({MESSAGE("rules",
                          "'%1' is a place on this computer: a build in a pipeline or by somebody else does "
                          "not find it. Keep the file in the package and name it from there"),
                  *text});
    else if (leaves(*text))
        findings.at(place->place())
            .say(
                {MESSAGE("rules",
                         "'%1' lies outside the package: a build of a checkout of the package alone does not "
                         "find it"),
                 *text});
}

void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    if (!deployment.readsCloudToml()) return;
    for (const CopiedFile& copy : deployment.workload.copies) look(project, copy.source.origins, findings);
    if (!deployment.makesKubernetes()) return;
    for (const ConfigObject& config : deployment.workload.configs)
        for (const Origin& file : config.files) look(project, {file}, findings);
}

}

extern const Rule file_outside_the_project{
    .id = "file-outside-the-project",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A file that is not part of the package"),
    .why = MESSAGE("rules", "The build works where the file happens to be, and stops everywhere else."),
    .cure = MESSAGE("rules", "Keep the file inside the package, and name it by its path from there."),
    .source = "c2c 4.0.0, sections 3.2 and 6.5",
    .example = {.wrong = R"(=== Cloud.toml
[[cloud.config.maps]]
file = «"../shared/rates.csv"»
mount_dir = "data"
=== ../shared/rates.csv
EUR,1.08
)",
                .right = R"(=== Cloud.toml
[[cloud.config.maps]]
file = "data/rates.csv"
mount_dir = "data"
=== data/rates.csv
EUR,1.08
)"},
    .check = check};

}
