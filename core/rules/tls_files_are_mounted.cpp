#include "core/rules/rule.h"

#include <algorithm>

namespace arabesque {

namespace {

std::string inContainer(std::string_view path) {
    while (path.starts_with("./")) path.remove_prefix(2);
    return path.starts_with('/') ? std::string(path) : "/home/ballerina/" + std::string(path);
}

/// Without "/./" and a slash at the end.
std::string plain(std::string path) {
    for (std::size_t at = path.find("/./"); at != std::string::npos; at = path.find("/./", at))
        path.erase(at, 2);
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();
    return path;
}

bool covers(const std::string& mount, const std::string& file) {
    const std::string folder = plain(inContainer(mount));
    return file == folder || (file.starts_with(folder) && file[folder.size()] == '/');
}

bool isThere(const Workload& workload, const std::string& file) {
    return std::ranges::any_of(workload.copies,
                               [&](const CopiedFile& copy) { return covers(*copy.target, file); }) ||
           std::ranges::any_of(workload.configs,
                               [&](const ConfigObject& config) { return covers(*config.mountPath, file); }) ||
           std::ranges::any_of(workload.claims,
                               [&](const Claim& claim) { return covers(*claim.mountPath, file); });
}

/// Other base images may bring their own; what a patch of the generated files mounts is not known here.
void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    if (!deployment.makesKubernetes() || deployment.workload.isTask() || !deployment.workload.defaultBase)
        return;
    for (const ballerina::Written& file : project.facts.keyFiles)
        if (!file.text.contains('$') && !isThere(deployment.workload, plain(inContainer(file.text))))
            findings.at(file.place)
                .say(
                    {MESSAGE("rules", "nothing of Cloud.toml brings '%1' into the container: unless a patch "
                                      "mounts it, the "
                                      "program stops at its start. [[cloud.secret.files]] mounts it at '%2'"),
                     file.text, plain(inContainer(file.text))});
}

}

extern const Rule tls_files_are_mounted{
    .id = "tls-files-are-mounted",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A certificate or key that is not in the container"),
    .why = MESSAGE("rules", "It works from the package's folder, where the file lies. In the container it "
                            "does not, and the program ends at its start."),
    .cure = MESSAGE("rules",
                    "Name it under [[cloud.secret.files]], with a folder that fits the path in the source."),
    .source = "c2c 4.0.0, sections 3.2 and 3.3",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9443, secureSocket = {key: {certFile: «"certs/tls.crt"», keyFile: keyFile}}) {
}

configurable string keyFile = "certs/tls";
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9443, secureSocket = {key: {certFile: "certs/tls.crt", keyFile: keyFile}}) {
}

configurable string keyFile = "certs/tls";
=== Cloud.toml
[[cloud.secret.files]]
file = "certs/tls.crt"
mount_dir = "certs"
=== certs/tls.crt
the certificate
)"},
    .check = check};

}
