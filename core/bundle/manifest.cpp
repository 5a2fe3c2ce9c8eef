#include "core/bundle/manifest.h"

#include "core/bundle/bundle.h"
#include "core/text/line_index.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace arabesque {
namespace {

using Json = nlohmann::ordered_json;

/// Line numbers of the places origins point at; each document is indexed once.
class Lines {
public:
    explicit Lines(const Snapshot& snapshot) : m_snapshot(snapshot) {}

    std::uint32_t of(const Place& place) {
        auto known = m_indexes.find(place.file);
        if (known == m_indexes.end())
            known = m_indexes.emplace(place.file, m_snapshot.text(place.file)).first;
        return known->second.lineOf(place.range.begin);
    }

private:
    const Snapshot& m_snapshot;
    std::map<std::string, LineIndex> m_indexes;
};

Json toJson(const Origin& origin, Lines& lines) {
    Json json{{"kind", nameOf(origin.kind())}};
    if (!origin.document().empty()) json["document"] = origin.document();
    if (!origin.key().empty()) json["key"] = origin.key();
    if (origin.place().file.empty()) return json;
    json["file"] = origin.place().file;
    json["line"] = lines.of(origin.place());
    return json;
}

/// Why the artifact exists and why its lines are as they are, each reason once.
Json originsOf(const Artifact& artifact, Lines& lines) {
    std::vector<Origin> origins = artifact.origins;
    origins.insert(origins.end(), artifact.originTable.all().begin(), artifact.originTable.all().end());
    std::ranges::sort(origins, [](const Origin& a, const Origin& b) { return a < b; });
    Json json = Json::array();
    for (const Origin& origin : origins) {
        Json next = toJson(origin, lines);
        if (json.empty() || json.back() != next) json.push_back(std::move(next));
    }
    return json;
}

Json inputsOf(const Snapshot& snapshot) {
    std::map<std::string, std::string_view> inputs;
    for (const auto& [path, resource] : snapshot.resources)
        if (resource.kind == Resource::Kind::File) inputs[path] = *resource.bytes;
    for (const auto& [path, document] : snapshot.documents)
        if (document.exists()) inputs[path] = *document.text;
    Json json = Json::array();
    for (const auto& [path, bytes] : inputs) json.push_back({{"path", path}, {"sha256", sha256(bytes)}});
    return json;
}

/// Objects and lists of plain values stand on one line, others take a line for each part: short, and still easy to compare.
void print(std::string& text, const Json& json, std::size_t indent) {
    const bool plain = std::ranges::none_of(json, [](const Json& part) { return part.is_structured(); });
    if (plain) {
        text += json.dump(-1, ' ', false, Json::error_handler_t::replace);
        return;
    }
    const bool object = json.is_object();
    text += object ? '{' : '[';
    bool first = true;
    for (const auto& [key, part] : json.items()) {
        text += (first ? "\n" : ",\n") + std::string(indent + 1, ' ');
        if (object) text += Json(key).dump() + ": ";
        print(text, part, indent + 1);
        first = false;
    }
    text += "\n" + std::string(indent, ' ');
    text += object ? '}' : ']';
}

Json headOf() {
    return {{"format", 1}, {"tool", {{"name", "arabesque"}, {"version", ARABESQUE_VERSION}}}};
}

std::string toText(const Json& manifest) {
    std::string text;
    print(text, manifest, 0);
    return text + "\n";
}

}

std::string manifestOf(const std::string& release, const std::vector<std::string>& environments,
                       const Snapshot& snapshot, const Artifacts& artifacts) {
    Lines lines(snapshot);
    Json list = Json::array();
    for (const Artifact& artifact : artifacts)
        list.push_back({{"path", artifact.path},
                        {"sha256", sha256(artifact.text)},
                        {"size", artifact.text.size()},
                        {"generator", artifact.generator},
                        {"origins", originsOf(artifact, lines)}});
    Json manifest = headOf();
    manifest["profile"] = {{"c2c", release}};
    if (!environments.empty()) manifest["environments"] = environments;
    manifest["inputs"] = inputsOf(snapshot);
    manifest["artifacts"] = std::move(list);
    return toText(manifest);
}

std::string manifestOf(const std::vector<std::string>& environments,
                       const std::vector<PackageBundle>& packages) {
    Json manifest = headOf();
    if (!environments.empty()) manifest["environments"] = environments;
    Json& list = manifest["packages"] = Json::array();
    for (const auto& [folder, bundle] : packages)
        list.push_back({{"path", folder}, {"sha256", sha256(bundle.files.front().bytes)}});
    return toText(manifest);
}

}
