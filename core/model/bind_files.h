#pragma once

#include "core/model/deployment.h"
#include "core/model/settings.h"
#include "core/schema/cloud_toml.h"

#include <map>
#include <string>

namespace arabesque {

/// Binds the parts of Cloud.toml that name files: ConfigMaps, Secrets, claims, copied files
/// (c2c 4.0.0, sections 6.4 to 6.6 and 8.4). Borrows all arguments.
class FileBinder {
public:
    FileBinder(const Snapshot& snapshot, const Settings& cloud, std::string base, Deployment& deployment)
        : m_snapshot(snapshot), m_cloud(cloud), m_base(std::move(base)), m_deployment(deployment) {}

    void run();

private:
    void configFiles();
    void configSecrets();
    void mounts(Records records, Setting<std::string> file, Setting<std::string> directory, bool secret);
    void claims();
    void copies();
    /// Everything below a folder, under its path in the image's folder.
    void copyFolder(const std::string& path, const Resource& folder, const std::string& below,
                    std::map<std::string, std::string>& files);

    /// The resource a setting names; Missing, with a problem said once, when there is none.
    const Resource& resource(const Sourced<std::string>& path, bool forImage = false);
    /// The configuration a setting names; in an environment, its own file in place of Config.toml.
    [[nodiscard]] Sourced<std::string> configuration(Sourced<std::string> path) const;
    /// A document as it stands, saved or not, else what is on the disk; null where nobody has looked.
    [[nodiscard]] const Resource* find(const std::string& path);
    std::vector<ConfigObject::Entry> entriesOf(const Sourced<std::string>& path, const Resource& resource,
                                               bool secret);
    /// The same of a Ballerina configuration, under the name that was set.
    std::vector<ConfigObject::Entry> configEntries(const Sourced<std::string>& path, bool secret);
    /// What of a file goes into an object or image; for a bundle without the secrets it holds.
    [[nodiscard]] std::string content(const std::string& path, const Resource& resource, bool secret) const;
    static void takeHash(ConfigObject& object);

    const Snapshot& m_snapshot;
    const Settings& m_cloud;
    std::string m_base;
    Deployment& m_deployment;
    std::map<std::string, Resource> m_documents;   ///< those that were asked for
};

}
