#include "core/analysis/findings_behind.h"

#include <algorithm>
#include <set>
#include <utility>

namespace arabesque {

namespace {

using Key = std::pair<std::string, std::string>;   // document and key

/// What a diagnostic is about; without a key where its file has none.
struct Subject {
    std::string document;
    toml::Path path;
    ByteRange range;
};

struct Sources {
    std::set<Key> keys;
    std::set<std::pair<std::string, std::size_t>> places;   // source and offset

    explicit Sources(const Artifact& artifact) {
        for (const Origin& origin : artifact.originTable.all()) {
            const bool isSetting =
                origin.kind() == Origin::Kind::Setting || origin.kind() == Origin::Kind::Default;
            if (isSetting) keys.emplace(origin.document(), origin.key());
            if (origin.kind() == Origin::Kind::Source)
                places.emplace(origin.place().file, origin.place().range.begin);
        }
    }

    [[nodiscard]] bool hold(const Subject& subject) const {
        if (subject.path.empty()) {
            const auto place = places.lower_bound({subject.document, subject.range.begin});
            return place != places.end() && place->first == subject.document &&
                   place->second <= subject.range.end;
        }
        for (toml::Path outer = subject.path; !outer.empty(); outer.pop_back())
            if (keys.contains({subject.document, toml::toText(outer)})) return true;
        const std::string key = toml::toText(subject.path);
        for (const char* inside : {".", "["}) {
            const auto inner = keys.lower_bound({subject.document, key + inside});
            if (inner != keys.end() && inner->first == subject.document &&
                inner->second.starts_with(key + inside))
                return true;
        }
        return false;
    }
};

std::vector<Subject> subjectsOf(const Analysis& analysis) {
    std::vector<Subject> subjects;
    for (const Diagnostic& diagnostic : analysis.diagnostics) {
        const auto document = analysis.documents.find(diagnostic.place.file);
        subjects.push_back({diagnostic.place.file,
                            document == analysis.documents.end()
                                ? toml::Path{}
                                : document->second.pathAt(diagnostic.place.range.begin),
                            diagnostic.place.range});
    }
    return subjects;
}

}

std::vector<std::size_t> findingsBehind(const Analysis& analysis) {
    const std::vector<Subject> subjects = subjectsOf(analysis);
    std::vector<std::size_t> counts;
    for (const Artifact& artifact : analysis.artifacts) {
        const Sources sources(artifact);
        counts.push_back(static_cast<std::size_t>(
            std::ranges::count_if(subjects, [&](const Subject& subject) { return sources.hold(subject); })));
    }
    return counts;
}

}
