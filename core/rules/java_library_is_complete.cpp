#include "core/rules/rule.h"

namespace arabesque {

namespace {

/// The keys that name an artifact and are not there, joined by commas.
std::string missingIn(const toml::Node& library) {
    std::string missing;
    for (const char* key : {"groupId", "artifactId", "version"})
        if (library.member(key) == nullptr) missing += (missing.empty() ? "" : ", ") + std::string(key);
    return missing;
}

void checkLibrary(const CheckedDocument& checked, const toml::Node& library, Findings& findings) {
    if (library.kind != toml::Node::Kind::Table) return;
    const std::string missing = missingIn(library);
    if (missing.empty()) return;
    if (textOf(library.member("scope")) == "provided")
        findings.at({checked.file, library.member("scope")->range})
            .code("BCE5004")
            .severity(Severity::Error)
            .say({MESSAGE("rules", "a provided library is named by group, artifact and version; missing: %1"),
                  missing});
    else if (library.member("path") == nullptr)
        findings.at({checked.file, library.range})
            .say({MESSAGE("rules", "this library has no 'path', and without one it needs: %1"), missing});
}

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Ballerina.toml");
    const toml::Node* platforms = checked == nullptr ? nullptr : checked->document.root().member("platform");
    if (platforms == nullptr) return;
    for (const toml::Member& platform : platforms->members)
        if (const toml::Node* libraries = platform.node.member("dependency"))
            for (const toml::Node& library : libraries->elements) checkLibrary(*checked, library, findings);
}

}

extern const Rule java_library_is_complete{
    .id = "java-library-is-complete",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A Java library that cannot be found"),
    .why = MESSAGE(
        "rules",
        "The library is not on the class path: the build stops, or the program fails at the first call."),
    .cure = MESSAGE("rules", "Name its file, or group, artifact and version."),
    .source = "Ballerina 2201.13, ManifestBuilder",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

«[[platform.java21.dependency]]»
groupId = "org.postgresql"
artifactId = "postgresql"
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[[platform.java21.dependency]]
groupId = "org.postgresql"
artifactId = "postgresql"
version = "42.7.4"
)"},
    .check = check};

}
