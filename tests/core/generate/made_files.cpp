#include "tests/core/generate/made_files.h"

#include <algorithm>

namespace arabesque::tests {

namespace {

const ProjectTexts usual{
    {"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.2.0\"\n"},
    {"main.bal",
     "import ballerina/http;\n\nconfigurable int port = 9090;\nconfigurable string region = ?;\n"
     "configurable string dbPassword = ?;\n\nlistener http:Listener entry = new (port);\n\n"
     "service /orders on entry {\n    resource function get health() returns string => \"ok\";\n}\n"},
    {"Config.toml", "# where we are\nregion = \"eu\"\ndbPassword = \"p4ssw0rd\"\n"},
};

}

ProjectTexts ordersProject(const ProjectTexts& more) {
    ProjectTexts project = more;
    for (const auto& each : usual)
        if (!std::ranges::contains(more, each.first, [](const auto& text) { return text.first; }))
            project.push_back(each);
    return project;
}

Analysis made(const ProjectTexts& project, const AnalysisOptions& options) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->name = "orders";
    for (const auto& [file, text] : project)
        snapshot->documents.emplace(file, Document{std::make_shared<const std::string>(text)});
    return analyze(snapshot, options);
}

std::string textOf(const Analysis& analysis, std::string_view path) {
    const Artifact* artifact = analysis.artifact(path);
    return artifact == nullptr ? "(not made)" : artifact->text;
}

std::string pathsOf(const Analysis& analysis, std::string_view family) {
    std::string paths;
    for (const Artifact& each : analysis.artifacts)
        if (each.generator == family) paths += each.path + '\n';
    return paths;
}

std::string settingsBehind(const Analysis& analysis, std::string_view path, std::string_view line) {
    const Artifact* artifact = analysis.artifact(path);
    if (artifact == nullptr) return "(not made)";
    std::size_t begin = 0;
    for (const std::vector<OriginId>& ids : artifact->lines) {
        const std::size_t end = std::min(artifact->text.find('\n', begin), artifact->text.size());
        if (std::string_view(artifact->text).substr(begin, end - begin).starts_with(line)) {
            std::vector<std::string> keys;
            for (const OriginId id : ids) {
                const Origin& origin = artifact->originTable[id];
                if (!origin.document().empty()) keys.push_back(origin.document() + ':' + origin.key());
            }
            std::ranges::sort(keys);
            std::string joined;
            for (const std::string& key : keys) joined += (joined.empty() ? "" : " ") + key;
            return joined;
        }
        begin = end + 1;
    }
    return "(no such line)";
}

}
