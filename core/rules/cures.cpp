#include "core/rules/cures.h"

#include "core/schema/cloud_toml.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

const Origin* firstOf(const std::vector<Origin>& origins, bool defaultsToo) {
    const auto found = std::ranges::find_if(origins, [&](const Origin& origin) {
        return origin.kind() == Origin::Kind::Setting ||
               (defaultsToo && origin.kind() == Origin::Kind::Default);
    });
    return found == origins.end() ? nullptr : &*found;
}

bool isKnown(const Checked& project, const Origin& origin) {
    return project.files != nullptr && project.files->contains(origin.document());
}

std::unexpected<Error> notHere() {
    return failure(MESSAGE("rules", "the file is not part of the project"));
}

Result<Edit> set(const Checked& project, const std::string& file, const toml::Path& path,
                 std::string_view value) {
    const toml::Path table(path.begin(), path.end() - 1);
    return toml::planned::set(file, project.toml(file), path, value,
                              file == cloud().document() ? cloud().namesIn(Schema::patternOf(table))
                                                         : std::vector<std::string>());
}

}

const Origin* writtenAt(const std::vector<Origin>& origins) {
    return firstOf(origins, false);
}

const Origin* keyOf(const std::vector<Origin>& origins) {
    return firstOf(origins, true);
}

Result<Edit> setAt(const Checked& project, const Origin& origin, std::string_view value) {
    const auto path = toml::readPath(origin.key());
    if (!path || path->empty() || !isKnown(project, origin)) return notHere();
    return set(project, origin.document(), *path, value);
}

Result<Edit> unsetAt(const Checked& project, const Origin& origin) {
    const auto path = toml::readPath(origin.key());
    if (!path || path->empty() || !isKnown(project, origin)) return notHere();
    return toml::planned::unset(origin.document(), project.toml(origin.document()), *path);
}

Result<Edit> removeEntryAt(const Checked& project, const Origin& origin) {
    auto path = toml::readPath(origin.key());
    if (!path || !isKnown(project, origin)) return notHere();
    while (!path->empty() && !std::holds_alternative<std::size_t>(path->back())) path->pop_back();
    if (path->empty()) return notHere();
    return toml::planned::unset(origin.document(), project.toml(origin.document()), *path);
}

Result<Edit> setBeside(const Checked& project, const Origin& origin, std::string_view key,
                       std::string_view value) {
    auto path = toml::readPath(origin.key());
    if (!path || path->empty() || !isKnown(project, origin)) return notHere();
    path->back() = std::string(key);
    return set(project, origin.document(), *path, value);
}

std::string replaced(std::string_view text, std::string_view part, std::string_view by) {
    const std::size_t at = text.find(part);
    if (at == std::string_view::npos) return std::string(text);
    std::size_t begin = at, end = at + part.size();
    if (by.empty() && begin > 0 && text[begin - 1] == ' ')
        --begin;
    else if (by.empty() && begin == 0 && end < text.size() && text[end] == ' ')
        ++end;
    return std::string(text.substr(0, begin)) + std::string(by) + std::string(text.substr(end));
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> words;
    while (true) {
        const std::size_t begin = text.find_first_not_of(" \t\r\n");
        if (begin == std::string_view::npos) return words;
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        text.remove_prefix(end);
    }
}

}
