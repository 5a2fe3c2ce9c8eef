#include "tests/core/model/bound.h"

#include "core/model/bind.h"

namespace arabesque::tests {

namespace {

std::shared_ptr<const std::string> shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

Snapshot snapshotOf(const Written& written) {
    Snapshot snapshot;
    snapshot.singleFile = !written.singleFile.empty();
    snapshot.name = snapshot.singleFile ? written.singleFile : "folder";
    if (written.cloudToml) snapshot.documents["Cloud.toml"] = {shared(*written.cloudToml), true};
    for (const auto& [path, content] : written.files)
        snapshot.resources[path] = {Resource::Kind::File, shared(content), {}};
    for (const auto& [path, names] : written.folders)
        snapshot.resources[path] = {Resource::Kind::Directory, nullptr, names};
    return snapshot;
}

std::string ballerinaToml(const Written& written) {
    if (!written.singleFile.empty()) return {};
    const auto line = [](const char* key, const std::string& value) {
        return value.empty() ? "" : std::string(key) + " = \"" + value + "\"\n";
    };
    return "[package]\n" + line("org", written.organisation) + line("name", written.package) +
           line("version", written.version) + "[build-options]\n" + written.buildOptions;
}

}

Deployment bound(const Written& written) {
    ballerina::PackageFacts facts;
    facts.task = written.task;
    for (const std::int64_t port : written.ports)
        facts.services.push_back({.path = "/",
                                  .ports = {{port, {"main.bal", {10, 14}}}},
                                  .resources = {},
                                  .place = {"main.bal", {0, 20}}});
    const Snapshot snapshot = snapshotOf(written);
    const toml::Document package(ballerinaToml(written));
    const toml::Document cloud(written.cloudToml.value_or(""));
    const toml::Document deployment(written.deploymentToml);
    const std::map<std::string, toml::Document, std::less<>> noneRead;
    return bind({.snapshot = snapshot,
                 .ballerinaToml = package,
                 .cloudToml = cloud,
                 .deploymentToml = deployment,
                 .facts = facts,
                 .documents = noneRead,
                 .target = written.singleFile.empty() ? "" : "k8s",
                 .release = written.release,
                 .templateSecrets = written.templateSecrets});
}

}
