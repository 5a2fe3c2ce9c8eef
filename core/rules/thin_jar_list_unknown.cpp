#include "core/rules/rule.h"
#include "core/schema/cloud_toml.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

/// A thin Dockerfile lists jars that only a build knows; the form that replaces it is said, not slipped in.
void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    if (!deployment.makesImage() || deployment.workload.thinJars || deployment.workload.native ||
        !*deployment.workload.thin || deployment.cloud.origins.empty())
        return;
    Place place = deployment.workload.thin.origins.front().place();
    if (place.file.empty()) place = deployment.cloud.origins.front().place();
    if (place.file.empty())
        place.file = project.snapshot.singleFile ? project.snapshot.name + ".bal" : "Ballerina.toml";
    auto note = findings.at(place);
    note.say(MESSAGE("rules",
                     "The names of the dependencies' jars are known only after a build, so the Dockerfile "
                     "here copies one jar with everything; bal build itself writes one line a jar"));
    if (project.snapshot.singleFile || project.files == nullptr) return;
    const std::string file = "Cloud.toml";
    note.fix(
        MESSAGE("rules", "Use one jar in the build too"),
        toml::set(file, project.toml(file), {"settings", "thinJar"}, "false", cloud().namesIn("settings")));
}

}

extern const Rule thin_jar_list_unknown{
    .id = "thin-jar-list-unknown",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A Dockerfile that differs from the one of a build"),
    .why = MESSAGE("rules", "An image made from the files here has one layer for the program and all it "
                            "uses; each new image is pushed whole."),
    .cure = MESSAGE("rules",
                    "Build once, and the list is read from target/docker; or use one jar in the build too."),
    .source = "c2c 4.0.0, sections 3.1 and 8.1",
    .example = {.wrong = R"(=== Cloud.toml
[settings]
thinJar = «true»
)",
                .right = R"(=== Cloud.toml
[settings]
thinJar = false
)"},
    .check = check};

}
