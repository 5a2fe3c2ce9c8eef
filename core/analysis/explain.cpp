#include "core/analysis/explain.h"

#include "core/text/line_index.h"

#include <algorithm>

namespace arabesque {

namespace {

/// Whether the origin is about `key` or something inside it.
bool isAbout(const Origin& origin, std::string_view document, std::string_view key) {
    const bool setting = origin.kind() == Origin::Kind::Setting || origin.kind() == Origin::Kind::Default;
    if (!setting || origin.document() != document || !origin.key().starts_with(key)) return false;
    return origin.key().size() == key.size() || origin.key()[key.size()] == '.' ||
           origin.key()[key.size()] == '[';
}

}

std::vector<Origin> originsOf(const Artifact& artifact, std::uint32_t line) {
    if (line == 0 || line > artifact.lines.size()) return {};
    std::vector<Origin> origins;
    for (const OriginId id : artifact.lines[line - 1]) origins.push_back(artifact.originTable[id]);
    return origins.empty() ? artifact.origins : origins;
}

std::vector<GeneratedLine> linesMadeBy(const Analysis& analysis, std::string_view document,
                                       const toml::Path& key) {
    const std::string wanted = toml::toText(key);
    std::vector<GeneratedLine> made;
    for (const Artifact& artifact : analysis.artifacts) {
        std::vector<bool> matching;
        for (const Origin& origin : artifact.originTable.all())
            matching.push_back(isAbout(origin, document, wanted));
        if (std::ranges::none_of(matching, std::identity())) continue;
        const LineIndex index(artifact.text);
        for (std::uint32_t line = 1; line <= artifact.lines.size(); ++line) {
            const auto isMatch = [&](OriginId id) { return matching[id]; };
            if (std::ranges::none_of(artifact.lines[line - 1], isMatch)) continue;
            const ByteRange range = index.line(artifact.text, line);
            made.push_back({&artifact, line, artifact.text.substr(range.begin, range.size())});
        }
    }
    return made;
}

}
