#include "core/toml/path.h"

#include "core/toml/rewrite.h"
#include "core/toml/scalar.h"

#include <algorithm>
#include <charconv>

namespace arabesque::toml {

namespace {

std::unexpected<Error> noKey(std::string_view text) {
    return failure({MESSAGE("toml", "'%1' is no TOML key; write it like cloud.config.files[0].name"),
                    std::string(text)});
}

/// Moves the name at the start of `rest` into `path`.
bool takeName(std::string_view& rest, Path& path) {
    if (rest.starts_with('"') || rest.starts_with('\'')) {
        Message error;
        const Value name = readScalar(rest, 0, error);
        if (name.kind != Kind::String || !error.source.empty()) return false;
        path.emplace_back(name.text);
        rest.remove_prefix(name.range.end);
        return true;
    }
    const auto end = static_cast<std::size_t>(std::ranges::find_if_not(rest, isBareKey) - rest.begin());
    if (end == 0) return false;
    path.emplace_back(std::string(rest.substr(0, end)));
    rest.remove_prefix(end);
    return true;
}

bool takeIndex(std::string_view& rest, Path& path) {
    std::size_t index = 0;
    const auto [end, status] = std::from_chars(rest.data() + 1, rest.data() + rest.size(), index);
    const auto used = static_cast<std::size_t>(end - rest.data());
    if (status != std::errc{} || used >= rest.size() || rest[used] != ']') return false;
    path.emplace_back(index);
    rest.remove_prefix(used + 1);
    return true;
}

}

Result<Path> readPath(std::string_view text) {
    Path path;
    std::string_view rest = text;
    if (!takeName(rest, path)) return noKey(text);
    while (!rest.empty()) {
        if (rest.starts_with('[')) {
            if (!takeIndex(rest, path)) return noKey(text);
            continue;
        }
        if (!rest.starts_with('.')) return noKey(text);
        rest.remove_prefix(1);
        if (!takeName(rest, path)) return noKey(text);
    }
    return path;
}

std::string toText(const Path& path) {
    std::string text;
    for (const Step& step : path) {
        if (const auto* index = std::get_if<std::size_t>(&step)) {
            text += '[' + std::to_string(*index) + ']';
            continue;
        }
        if (!text.empty()) text += '.';
        text += keyText(std::get<std::string>(step));
    }
    return text;
}

std::string keyText(std::string_view name) {
    if (!name.empty() && std::ranges::all_of(name, isBareKey)) return std::string(name);
    return quoted(name);
}

}
