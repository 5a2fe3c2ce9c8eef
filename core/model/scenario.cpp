#include "core/model/scenario.h"

#include "core/model/mounted_files.h"
#include "core/schema/configurable_places.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr std::string_view filesVariable = "BAL_CONFIG_FILES", dataVariable = "BAL_CONFIG_DATA";
constexpr std::string_view home = "/home/ballerina/";

class ScenarioReader {
public:
    ScenarioReader(const ScenarioInput& input, const Start& start) : m_input(input), m_start(start) {}

    Scenario run() {
        readVariables();
        m_scenario.arguments = m_start.arguments;
        const ScenarioVariable* files = variable(filesVariable);
        const ScenarioVariable* data = variable(dataVariable);
        if (const ScenarioVariable* source = files != nullptr ? files : data;
            source != nullptr && !source->value) {
            m_scenario.onCluster = *source;
        } else if (files != nullptr) {
            readFiles(*files);
            if (data != nullptr)
                shutOut(std::string(dataVariable),
                        MESSAGE("resolve", "BAL_CONFIG_FILES is set, so it is not read"));
        } else if (data != nullptr) {
            readData(*data);
        }
        readCurrentFolder(files != nullptr || data != nullptr);
        return std::move(m_scenario);
    }

private:
    [[nodiscard]] const Workload& workload() const { return m_input.deployment.workload; }

    [[nodiscard]] const ScenarioVariable* variable(std::string_view name) const {
        const auto found = std::ranges::find(m_scenario.variables, name, &ScenarioVariable::name);
        return found == m_scenario.variables.end() ? nullptr : &*found;
    }

    void readVariables() {
        if (m_start.where == Start::Where::Kubernetes) {
            readReferences();
            std::string paths;
            for (const MountedConfig& file : mountedConfigs(workload())) paths += file.path + ':';
            if (!paths.empty()) set({std::string(filesVariable), paths, "Cloud.toml"});
        }
        for (const auto& [name, value] : m_start.variables) set({name, value});
    }

    void set(ScenarioVariable variable) {
        std::erase_if(m_scenario.variables, [&](const auto& each) { return each.name == variable.name; });
        m_scenario.variables.push_back(std::move(variable));
    }

    void readReferences() {
        for (const EnvironmentReference& each : workload().environment) {
            ScenarioVariable variable{.name = *each.name,
                                      .value = {},
                                      .from = (each.secret ? "Secret " : "ConfigMap ") + *each.object};
            if (!each.name.origins.empty()) variable.place = each.name.origins.front().place();
            set(std::move(variable));
        }
    }

    void readFiles(const ScenarioVariable& files) {
        std::string_view paths = files.value ? std::string_view(*files.value) : std::string_view();
        while (!paths.empty()) {
            const std::size_t end = std::min(paths.find(':'), paths.size());
            if (const std::string_view path = paths.substr(0, end); !path.empty())
                addSource(std::string(filesVariable) + '[' + std::to_string(m_scenario.sources.size()) + ']',
                          std::string(path));
            paths.remove_prefix(std::min(end + 1, paths.size()));
        }
    }

    void readData(const ScenarioVariable& data) {
        ConfigSource source{.label = std::string(dataVariable), .path = {}};
        const std::string text = data.value.value_or("");
        if (text.find_first_not_of(" \t\r\n") == std::string::npos)
            source.state = ConfigSource::State::Empty;
        else
            source.document = toml::Document(text);
        m_scenario.sources.push_back(std::move(source));
    }

    /// The runtime looks where it was started, not beside the jar. The environment's own file is put there.
    void readCurrentFolder(bool others) {
        const auto& environment = m_input.deployment.environment;
        const std::string file = environment ? *environment->config : "Config.toml";
        if (m_start.where == Start::Where::Folder) {
            if (!others && m_input.snapshot.exists(file)) addSource(file, file);
            if (others && m_input.snapshot.exists(file))
                shutOut(file,
                        MESSAGE("resolve", "another source is named by the environment, so it is not read"));
            return;
        }
        const CopiedFile* copy = copyOf("Config.toml");
        if (copy != nullptr && !others) return addSource("Config.toml", *copy->source);
        if (!m_input.snapshot.exists(file)) return;
        const bool mounted = std::ranges::any_of(
            m_scenario.sources, [&](const ConfigSource& source) { return source.file == file; });
        if (!mounted)
            shutOut(
                file,
                m_start.where == Start::Where::Container
                    ? MESSAGE("resolve", "it is not in the image: mount it as /home/ballerina/Config.toml")
                    : MESSAGE("resolve", "Cloud.toml mounts it nowhere: name it in [[cloud.config.files]]"));
    }

    /// What is copied into the image where the program is started.
    [[nodiscard]] const CopiedFile* copyOf(std::string_view name) const {
        for (const CopiedFile& copy : workload().copies)
            if (*copy.target == std::string(home) + std::string(name) || *copy.target == name ||
                *copy.target == "./" + std::string(name))
                return &copy;
        return nullptr;
    }

    void shutOut(std::string label, MessageText reason) {
        m_scenario.shutOut.push_back({std::move(label), reason});
    }

    void addSource(std::string label, const std::string& path) {
        ConfigSource source{.label = std::move(label), .path = path};
        if (!addMounted(source) && !addDocument(source, path)) addResource(source);
        m_scenario.sources.push_back(std::move(source));
    }

    bool addMounted(ConfigSource& source) {
        if (m_start.where != Start::Where::Kubernetes) return false;
        for (const MountedConfig& file : mountedConfigs(workload())) {
            if (file.path != source.path) continue;
            for (const Origin& origin : file.entry->origins)
                if (origin.kind() == Origin::Kind::File)
                    return addDocument(source, origin.key()) || addResource(source, origin.key());
        }
        return false;
    }

    bool addDocument(ConfigSource& source, std::string_view path) {
        if (path.starts_with("./")) path.remove_prefix(2);
        const auto found = m_input.snapshot.documents.find(path);
        if (found == m_input.snapshot.documents.end() || !found->second.exists()) return false;
        const auto parsed = m_input.documents.find(path);
        source.file = path;
        source.document =
            parsed != m_input.documents.end() ? parsed->second : toml::Document(found->second.text);
        return true;
    }

    void addResource(ConfigSource& source) { addResource(source, source.path); }

    bool addResource(ConfigSource& source, const std::string& path) {
        const auto& loaded = m_input.snapshot.resources;
        auto found = loaded.find(path);
        std::shared_ptr<const Snapshot> more;
        if (found == loaded.end() && m_start.load) {
            more = m_start.load(m_input.snapshot, {path});
            found = more->resources.find(path);
        }
        const bool missing = (more ? found == more->resources.end() : found == loaded.end()) ||
                             found->second.kind == Resource::Kind::Missing;
        if (missing)
            source.state = ConfigSource::State::Missing;
        else if (found->second.kind == Resource::Kind::Directory)
            source.state = ConfigSource::State::Folder;
        else
            source.document = toml::Document(found->second.bytes);
        return true;
    }

    const ScenarioInput& m_input;
    const Start& m_start;
    Scenario m_scenario;
};

}

Scenario scenarioOf(const ScenarioInput& input, const Start& start) {
    return ScenarioReader(input, start).run();
}

}
