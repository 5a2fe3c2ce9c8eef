#include "core/model/bind_files.h"

#include "core/model/base64.h"
#include "core/model/java_order.h"
#include "core/model/names.h"
#include "core/model/secret_values.h"

#include <algorithm>
#include <set>

namespace arabesque {

namespace {

constexpr const char* home = "/home/ballerina/";

/// Relative folders start at the program's home; nothing is normalised (section 6.4).
std::string mountFolder(std::string_view folder) {
    const std::string absolute = folder.starts_with('/') ? std::string(folder) : home + std::string(folder);
    return std::string(withoutTrailingSlashes(absolute));
}

/// "conf", "conf1", "conf2": the first one has no number.
std::string numbered(const std::string& name, std::size_t index) {
    return index == 0 ? name : name + std::to_string(index);
}

}

void FileBinder::run() {
    const CloudToml& c = cloud();
    if (m_deployment.hasCloudToml) {
        configFiles();
        configSecrets();
        if (!m_deployment.workload.isTask()) {
            mounts(c.configMaps, c.configMapFile, c.configMapDirectory, false);
            mounts(c.secretFiles, c.secretFile, c.secretDirectory, true);
            claims();
            copies();
        }
    }
    std::ranges::sort(m_deployment.references);
    const auto repeats = std::ranges::unique(m_deployment.references);
    m_deployment.references.erase(repeats.begin(), repeats.end());
}

const Resource* FileBinder::find(const std::string& path) {
    const auto document =
        m_snapshot.documents.find(path.starts_with("./") ? std::string_view(path).substr(2) : path);
    if (document != m_snapshot.documents.end() && document->second.exists())
        return &m_documents
                    .try_emplace(path, Resource{.kind = Resource::Kind::File, .bytes = document->second.text})
                    .first->second;
    const auto loaded = m_snapshot.resources.find(path);
    return loaded == m_snapshot.resources.end() ? nullptr : &loaded->second;
}

Sourced<std::string> FileBinder::configuration(Sourced<std::string> path) const {
    const auto& environment = m_deployment.environment;
    if (!environment || (*path != "Config.toml" && *path != "./Config.toml")) return path;
    Sourced<std::string> instead = environment->config;
    std::ranges::copy(path.origins, std::back_inserter(instead.origins));
    return instead;
}

const Resource& FileBinder::resource(const Sourced<std::string>& path, bool forImage) {
    static const Resource missing;
    if (path->empty()) return missing;
    m_deployment.references.push_back(*path);
    const Resource* found = find(*path);
    if (found != nullptr && found->kind != Resource::Kind::Missing) return *found;
    if (forImage || m_deployment.makesKubernetes()) {
        const MessageText text =
            forImage ? MESSAGE("model", "error while copying file/folder '%1' as it does not exist")
                     : MESSAGE("model", "unable to read contents of the file `%1`");
        m_deployment.problems.push_back({.rule = "file-missing",
                                         .code = forImage ? "C2C_008" : "C2C_001",
                                         .severity = Severity::Error,
                                         .place = path.origins.front().place(),
                                         .message = {text, *path},
                                         .fixes = {}});
    }
    return missing;
}

std::string FileBinder::content(const std::string& path, const Resource& resource, bool secret) const {
    if (!secret)
        return m_deployment.templateSecrets && path.ends_with(".toml") ? withoutSecrets(*resource.bytes)
                                                                       : *resource.bytes;
    if (m_deployment.templateSecrets) return base64("fill in: the content of " + path + "\n");
    return base64(*resource.bytes);
}

std::vector<ConfigObject::Entry> FileBinder::entriesOf(const Sourced<std::string>& path,
                                                       const Resource& resource, bool secret) {
    std::vector<ConfigObject::Entry> entries;
    const auto add = [&](const std::string& key, const std::string& file, const Resource& content) {
        std::vector<Origin> origins = path.origins;
        origins.push_back({Origin::Kind::File, "", file, {}});
        entries.push_back({key, this->content(file, content, secret), std::move(origins)});
    };
    if (resource.kind == Resource::Kind::File) add(lastName(*path), *path, resource);
    for (const std::string& name : resource.names) {
        const std::string file = std::string(withoutTrailingSlashes(*path)) + '/' + name;
        m_deployment.references.push_back(file);
        const Resource* found = find(file);
        if (found != nullptr && found->kind == Resource::Kind::File) add(name, file, *found);
    }
    return entries;
}

std::vector<ConfigObject::Entry> FileBinder::configEntries(const Sourced<std::string>& path, bool secret) {
    const Sourced<std::string> content = configuration(path);
    std::vector<ConfigObject::Entry> entries = entriesOf(content, resource(content), secret);
    if (*content != *path)
        for (ConfigObject::Entry& entry : entries) entry.key = lastName(*path);   // the program looks for it
    return entries;
}

/// c2c 4.0.0, section 7.2; taken when the object is made, so files merged in later do not move it.
void FileBinder::takeHash(ConfigObject& object) {
    std::uint32_t data = 0;
    for (const ConfigObject::Entry& entry : object.entries)
        data += static_cast<std::uint32_t>(javaHash(entry.key) ^ javaHash(entry.bytes));
    object.hash = JavaHasher()
                      .add(*object.name)
                      .add(object.readOnly)
                      .add(object.ballerinaConfig)
                      .add(std::int32_t{0})
                      .add(object.directory)
                      .add(static_cast<std::int32_t>(data))
                      .add(*object.mountPath)
                      .result();
}

void FileBinder::configFiles() {
    const CloudToml& c = cloud();
    auto& configs = m_deployment.workload.configs;
    for (std::size_t i = 0; i < m_cloud.count(c.configFiles); ++i) {
        const Sourced<std::string> file = m_cloud.value(c.configFile, i);
        ConfigObject object{
            .name = m_cloud.value(c.configFileObject, i), .readOnly = false, .ballerinaConfig = true};
        object.mountPath = {home + numbered("conf", i) + '/', {m_cloud.origin(c.configFiles, i)}};
        object.entries = configEntries(file, false);
        object.files = file.origins;
        const auto same = std::ranges::find_if(
            configs, [&](const ConfigObject& other) { return !other.secret && *other.name == *object.name; });
        if (same == configs.end()) {
            takeHash(object);
            configs.push_back(std::move(object));
            continue;
        }
        std::ranges::move(object.entries, std::back_inserter(same->entries));
        std::ranges::move(object.files, std::back_inserter(same->files));
    }
}

void FileBinder::configSecrets() {
    const CloudToml& c = cloud();
    for (std::size_t i = 0; i < m_cloud.count(c.configSecrets); ++i) {
        const Sourced<std::string> file = m_cloud.value(c.configSecret, i);
        ConfigObject object{
            .name = m_cloud.value(c.configSecretObject, i), .secret = true, .ballerinaConfig = true};
        object.mountPath = {home + numbered("secrets", i) + '/', {m_cloud.origin(c.configSecrets, i)}};
        object.entries = configEntries(file, true);
        object.files = file.origins;
        takeHash(object);
        m_deployment.workload.configs.push_back(std::move(object));
    }
}

void FileBinder::mounts(Records records, Setting<std::string> file, Setting<std::string> directory,
                        bool secret) {
    for (std::size_t i = 0; i < m_cloud.count(records); ++i) {
        const Sourced<std::string> path = m_cloud.value(file, i);
        const Resource& content = resource(path);
        ConfigObject object{.secret = secret, .directory = content.kind == Resource::Kind::Directory};
        const std::string name = validName(lastName(*path));
        object.name = {m_base + '-' + name + (secret ? "-secret" : "cfg") + std::to_string(i), path.origins};
        std::ranges::copy(m_deployment.workload.name.origins, std::back_inserter(object.name.origins));
        const Sourced<std::string> folder =
            m_cloud.valueOr(directory, {home + numbered("secrets", i), {}}, i);
        object.mountPath = {mountFolder(*folder) + (object.directory ? "" : '/' + lastName(*path)),
                            folder.origins};
        if (!object.directory) std::ranges::copy(path.origins, std::back_inserter(object.mountPath.origins));
        object.entries = entriesOf(path, content, secret);
        object.files = path.origins;
        takeHash(object);
        m_deployment.workload.configs.push_back(std::move(object));
    }
}

void FileBinder::claims() {
    const CloudToml& c = cloud();
    constexpr std::int32_t null = 43;
    for (std::size_t i = 0; i < m_cloud.count(c.volumes); ++i) {
        Claim claim{.name = m_cloud.value(c.volumeName, i), .mountPath = m_cloud.value(c.volumePath, i)};
        const auto size = m_cloud.written(c.volumeSize, i);
        JavaHasher hash;
        hash.add(*claim.name).add(false).add(*claim.mountPath).add(std::string_view("ReadWriteOnce"));
        claim.hash = hash.add(size ? javaHash(**size) : null).add(null).result();
        m_deployment.workload.claims.push_back(std::move(claim));
    }
}

void FileBinder::copyFolder(const std::string& path, const Resource& folder, const std::string& below,
                            std::map<std::string, std::string>& files) {
    const auto inside = [&](const std::string& name) {
        m_deployment.references.push_back(path + '/' + name);
        return find(m_deployment.references.back());
    };
    for (const std::string& name : folder.names)
        if (const Resource* file = inside(name); file != nullptr && file->kind == Resource::Kind::File)
            files.emplace(below + '/' + name, content(name, *file, false));
    for (const std::string& name : folder.folders)
        if (const Resource* next = inside(name); next != nullptr)
            copyFolder(path + '/' + name, *next, below + '/' + name, files);
}

void FileBinder::copies() {
    const CloudToml& c = cloud();
    for (std::size_t i = 0; i < m_cloud.count(c.copyFiles); ++i) {
        CopiedFile copy{.source = m_cloud.value(c.copySource, i), .target = m_cloud.value(c.copyTarget, i)};
        const std::string name = lastName(*copy.source);
        const Resource& content = resource(copy.source, true);
        if (content.kind == Resource::Kind::File)
            copy.files.emplace(name, this->content(name, content, false));
        if (content.kind == Resource::Kind::Directory)
            copyFolder(std::string(withoutTrailingSlashes(*copy.source)), content, name, copy.files);
        m_deployment.workload.copies.push_back(std::move(copy));
    }
}

}
