#include "core/bundle/manifest.h"

#include "core/bundle/bundle.h"
#include "core/text/line_index.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace arabesque {
namespace {

/// Text as JSON has it. Hardly any has a character that is written in another way.
std::string asJson(std::string_view text) {
    const bool isPlain = std::ranges::all_of(
        text, [](unsigned char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
    if (isPlain) return '"' + std::string(text) + '"';
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// A name and a value that is JSON already.
struct Member {
    std::string_view name;
    std::string value;
};

/// On one line.
std::string object(const std::vector<Member>& members) {
    std::string text = "{";
    for (const auto& [name, value] : members) {
        if (text.size() > 1) text += ',';
        text.append(1, '"').append(name).append("\":").append(value);
    }
    return text + '}';
}

/// A line for each part: easy to compare.
std::string spread(char open, const std::vector<std::string>& parts, char close, std::size_t indent) {
    std::string text(1, open);
    for (const std::string& part : parts) {
        if (text.size() > 1) text += ',';
        text.append(1, '\n').append(indent + 1, ' ').append(part);
    }
    if (!parts.empty()) text.append(1, '\n').append(indent, ' ');
    return text + close;
}

std::string list(const std::vector<std::string>& parts, std::size_t indent) {
    return spread('[', parts, ']', indent);
}

std::string object(const std::vector<Member>& members, std::size_t indent) {
    std::vector<std::string> parts;
    for (const auto& [name, value] : members) parts.push_back(asJson(name) + ": " + value);
    return spread('{', parts, '}', indent);
}

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

std::string toJson(const Origin& origin, Lines& lines) {
    std::vector<Member> members{{"kind", asJson(nameOf(origin.kind()))}};
    if (!origin.document().empty()) members.push_back({"document", asJson(origin.document())});
    if (!origin.key().empty()) members.push_back({"key", asJson(origin.key())});
    if (!origin.place().file.empty()) {
        members.push_back({"file", asJson(origin.place().file)});
        members.push_back({"line", std::to_string(lines.of(origin.place()))});
    }
    return object(members);
}

/// Why the artifact exists and why its lines are as they are, each reason once.
std::vector<std::string> originsOf(const Artifact& artifact, Lines& lines) {
    std::vector<Origin> origins = artifact.origins;
    origins.insert(origins.end(), artifact.originTable.all().begin(), artifact.originTable.all().end());
    std::ranges::sort(origins, [](const Origin& a, const Origin& b) { return a < b; });
    std::vector<std::string> all;
    for (const Origin& origin : origins) {
        std::string next = toJson(origin, lines);
        if (all.empty() || all.back() != next) all.push_back(std::move(next));
    }
    return all;
}

std::vector<std::string> inputsOf(const Snapshot& snapshot) {
    std::map<std::string_view, std::string_view> inputs;
    for (const auto& [path, resource] : snapshot.resources)
        if (resource.kind == Resource::Kind::File) inputs[path] = *resource.bytes;
    for (const auto& [path, document] : snapshot.documents)
        if (document.exists()) inputs[path] = *document.text;
    std::vector<std::string> all;
    for (const auto& [path, bytes] : inputs)
        all.push_back(object({{"path", asJson(path)}, {"sha256", asJson(sha256(bytes))}}));
    return all;
}

std::vector<Member> headOf() {
    return {{"format", "1"},
            {"tool", object({{"name", asJson("arabesque")}, {"version", asJson(ARABESQUE_VERSION)}})}};
}

void addEnvironments(std::vector<Member>& manifest, const std::vector<std::string>& environments) {
    if (environments.empty()) return;
    std::string names;
    for (const std::string& name : environments) names += (names.empty() ? "" : ",") + asJson(name);
    manifest.push_back({"environments", '[' + names + ']'});
}

}

std::string manifestOf(const std::string& release, const std::vector<std::string>& environments,
                       const Snapshot& snapshot, const Artifacts& artifacts) {
    Lines lines(snapshot);
    std::vector<std::string> all;
    for (const Artifact& artifact : artifacts)
        all.push_back(object({{"path", asJson(artifact.path)},
                              {"sha256", asJson(sha256(artifact.text))},
                              {"size", std::to_string(artifact.text.size())},
                              {"generator", asJson(artifact.generator)},
                              {"origins", list(originsOf(artifact, lines), 3)}},
                             2));
    std::vector<Member> manifest = headOf();
    manifest.push_back({"profile", object({{"c2c", asJson(release)}})});
    addEnvironments(manifest, environments);
    manifest.push_back({"inputs", list(inputsOf(snapshot), 1)});
    manifest.push_back({"artifacts", list(all, 1)});
    return object(manifest, 0) + '\n';
}

std::string manifestOf(const std::vector<std::string>& environments,
                       const std::vector<PackageBundle>& packages) {
    std::vector<std::string> all;
    for (const auto& [folder, bundle] : packages)
        all.push_back(
            object({{"path", asJson(folder)}, {"sha256", asJson(sha256(bundle.files.front().bytes))}}));
    std::vector<Member> manifest = headOf();
    addEnvironments(manifest, environments);
    manifest.push_back({"packages", list(all, 1)});
    return object(manifest, 0) + '\n';
}

}
