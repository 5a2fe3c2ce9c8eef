#include "core/analysis/actions.h"

#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

const std::string cloudToml = "Cloud.toml";

ByteRange lineAround(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return {begin, std::min(text.find('\n', offset), text.size())};
}

class Actions {
public:
    Actions(const Analysis& analysis, std::string_view file, ByteRange line)
        : m_analysis(analysis),
          m_cloud(analysis.documents.find(cloudToml)->second),
          m_file(file),
          m_line(line) {}

    std::vector<Fix> run() {
        for (const ballerina::Configurable& configurable : m_analysis.facts->configurables)
            if (isHere(configurable.place)) addVariable(configurable);
        for (const ballerina::Service& service : m_analysis.facts->services)
            for (const ballerina::Resource& resource : service.resources)
                if (isHere(resource.place) && !service.ports.empty()) {
                    addProbe(service, resource, "liveness", MESSAGE("analysis", "Add as liveness probe"));
                    addProbe(service, resource, "readiness", MESSAGE("analysis", "Add as readiness probe"));
                }
        return std::move(m_actions);
    }

private:
    [[nodiscard]] bool isHere(const Place& place) const {
        return place.file == m_file && place.range.begin <= m_line.end && m_line.begin <= place.range.end;
    }

    struct Setting {
        const char* key;
        std::string value;
    };

    /// A new table with two keys; none where the file holds something else in its way.
    void add(MessageText title, const toml::Path& table, const Setting& first, const Setting& second) {
        std::string text(m_cloud.text());
        for (const Setting& each : {first, second}) {
            toml::Path path = table;
            path.emplace_back(each.key);
            const auto edit = toml::set(cloudToml, toml::Document(text), path, each.value);
            if (!edit) return;
            text = applied(text, cloudToml, *edit);
        }
        m_actions.push_back({title, difference(cloudToml, m_cloud.text(), text)});
    }

    void addVariable(const ballerina::Configurable& configurable) {
        const toml::Path path{"cloud", "config", "envs"};
        const toml::Node* entries = m_cloud.find(path);
        const auto hasKey = [&](const toml::Node& entry) {
            const toml::Node* key = entry.member("key_ref");
            return key != nullptr && key->value != nullptr && key->value->text == configurable.name;
        };
        if (entries != nullptr && std::ranges::any_of(entries->elements, hasKey)) return;
        toml::Path entry = path;
        entry.emplace_back(entries == nullptr ? std::size_t{0} : entries->elements.size());
        const std::string name = toml::quoted(configurable.name);
        add(MESSAGE("analysis", "Add as env to Cloud.toml"), entry, {"key_ref", name}, {"config_name", name});
    }

    /// The path as the tool writes it: "." adds nothing, the service "/" no prefix.
    static std::string probePath(const ballerina::Service& service, const ballerina::Resource& resource) {
        const std::string base = service.path == "/" ? "" : service.path;
        return resource.path == "." ? (base.empty() ? "/" : base) : base + '/' + resource.path;
    }

    void addProbe(const ballerina::Service& service, const ballerina::Resource& resource, const char* kind,
                  MessageText title) {
        const toml::Path table{"cloud", "deployment", "probes", kind};
        if (m_cloud.find(table) != nullptr) return;
        add(title, table, {"port", std::to_string(service.ports.front().number)},
            {"path", toml::quoted(probePath(service, resource))});
    }

    const Analysis& m_analysis;
    const toml::Document& m_cloud;
    std::string_view m_file;
    ByteRange m_line;
    std::vector<Fix> m_actions;
};

}

std::vector<Fix> actionsAt(const Analysis& analysis, std::string_view file, std::size_t offset) {
    const Deployment& deployment = analysis.deployment;
    if (deployment.target != Deployment::Cloud::Kubernetes || !deployment.hasCloudToml) return {};
    return Actions(analysis, file, lineAround(analysis.snapshot->text(file), offset)).run();
}

}
