#include "tests/architecture/arrows.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <sstream>
#include <string_view>

namespace arabesque::tests {
namespace {

// Who may include whom; whatever is not written here is not allowed.

struct CoreFolder {
    std::string_view name;
    int level;   // may include every folder of a lower level
};

constexpr CoreFolder coreFolders[] = {
    {"text", 0},     {"toml", 1},     {"ballerina", 1}, {"schema", 2}, {"model", 3},    {"rules", 4},
    {"topology", 4}, {"generate", 4}, {"diagram", 4},   {"bundle", 5}, {"analysis", 6},
    {"import", 7},
};

// The disk: stands beside the levels, and no other folder of core includes it.
constexpr std::string_view filesFolder = "files";
constexpr std::string_view foldersBelowFiles[] = {"text"};

struct AppFolder {
    std::string_view name;
    std::vector<std::string_view> mayInclude;
};

const std::vector<std::string_view> belowViews{"core", "bridge", "session", "views"};

const AppFolder appFolders[] = {
    {"cli", {"core"}},
    {"bridge", {"core"}},
    {"preferences", {"core", "bridge"}},
    {"session", {"core", "bridge"}},
    {"views", {"core", "bridge", "session"}},
    {"forms", belowViews},
    {"source", belowViews},
    {"diagram", belowViews},
    {"problems", belowViews},
    {"configuration", belowViews},
    {"patterns", belowViews},
    {"preview", belowViews},
    {"simulation", belowViews},
    {"window",
     {"core", "bridge", "session", "views", "preferences", "forms", "source", "diagram", "problems",
      "configuration", "patterns", "preview", "simulation"}},
    {"main.cpp", {"bridge", "session", "views", "window"}},
};

// What core and the terminal tool may take from outside the standard library. Qt is not there, and yaml-cpp
// only where files that run elsewhere are read.
constexpr std::string_view librariesWithoutQt[] = {
    "archive.h", "archive_entry.h", "locale.h", "malloc.h", "nettle/", "nlohmann/", "pcre2.h", "zlib.h",
};

constexpr std::string_view yamlHeaders = "yaml-cpp/";
constexpr std::string_view yamlFolder = "import";

constexpr std::string_view diskHeaders[] = {"filesystem", "fstream", "fcntl.h", "unistd.h", "sys/"};

constexpr std::string_view conversions[] = {"fromStdString", "fromUtf8", "toStdString", "toUtf8"};

struct Include {
    std::string target;
    bool angled;
};

/// A place in the tree: core/text/range.h has side "core" and folder "text", app/main.cpp has folder
/// "main.cpp".
struct Place {
    std::string side;
    std::string folder;
};

Place placeOf(const std::string& path) {
    const auto first = path.find('/');
    const auto second = path.find('/', first + 1);
    if (first == std::string::npos) return {path, {}};
    return {path.substr(0, first), path.substr(first + 1, second - first - 1)};
}

std::string textOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string_view trimmed(std::string_view text) {
    const auto start = text.find_first_not_of(" \t");
    return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

/// The include that a line is, if it is one.
std::optional<Include> includeOf(std::string_view line) {
    line = trimmed(line);
    if (!line.starts_with('#')) return {};
    line = trimmed(line.substr(1));
    if (!line.starts_with("include")) return {};
    line = trimmed(line.substr(std::string_view("include").size()));
    if (!line.starts_with('<') && !line.starts_with('"')) return {};
    const bool angled = line.front() == '<';
    return Include{std::string(line.substr(1, line.find(angled ? '>' : '"', 1) - 1)), angled};
}

std::vector<Include> includesOf(const std::string& text) {
    std::vector<Include> includes;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (auto include = includeOf(line)) includes.push_back(*std::move(include));
    return includes;
}

bool isCpp(const std::filesystem::path& file) {
    const auto suffix = file.extension();
    return suffix == ".h" || suffix == ".cpp" || suffix == ".def";
}

/// Why something is forbidden, if it is.
using Reason = std::optional<std::string>;

/// Names that end in a slash stand for everything below.
bool isListed(std::span<const std::string_view> names, std::string_view header) {
    return std::ranges::any_of(names, [&](std::string_view name) {
        return name.ends_with('/') ? header.starts_with(name) : header == name;
    });
}

bool isStandard(std::string_view header) {
    return std::ranges::all_of(
        header, [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9'); });
}

std::optional<int> levelOf(std::string_view coreFolder) {
    const auto found = std::ranges::find(coreFolders, coreFolder, &CoreFolder::name);
    return found == std::end(coreFolders) ? std::nullopt : std::optional(found->level);
}

Reason forbiddenInFiles(const std::string& folder) {
    if (std::ranges::contains(foldersBelowFiles, folder)) return {};
    return "core/files includes core/text alone";
}

Reason forbiddenInCore(const Place& from, const Place& to) {
    if (to.side != "core") return "core includes nothing of " + to.side;
    if (to.folder == from.folder) return {};
    if (from.folder == filesFolder) return forbiddenInFiles(to.folder);
    if (to.folder == filesFolder) return "no folder of core touches the disk";
    const auto fromLevel = levelOf(from.folder);
    const auto toLevel = levelOf(to.folder);
    if (!fromLevel || !toLevel) return "a folder the table does not know";
    if (*toLevel < *fromLevel) return {};
    return *toLevel == *fromLevel ? "sideways, on one level" : "upwards";
}

Reason forbiddenInApp(const Place& from, const Place& to) {
    const auto folder = std::ranges::find(appFolders, from.folder, &AppFolder::name);
    if (folder == std::end(appFolders)) return "a folder the table does not know";
    if (to.side == "app" && to.folder == from.folder) return {};
    const std::string& target = to.side == "app" ? to.folder : to.side;
    if (std::ranges::contains(folder->mayInclude, target)) return {};
    return "app/" + from.folder + " has no arrow to it";
}

Reason forbiddenLibrary(const Place& from, const std::string& header) {
    const bool isCore = from.side == "core";
    if (!isCore && from.folder != "cli") return {};
    if (isListed(diskHeaders, header)) {
        if (!isCore || from.folder == filesFolder) return {};
        return "no folder of core but files touches the disk";
    }
    if (isCore && from.folder == yamlFolder && header.starts_with(yamlHeaders)) return {};
    if (isStandard(header) || isListed(librariesWithoutQt, header)) return {};
    return "neither standard nor one of the libraries listed";
}

Reason forbidden(const Place& from, const Include& include) {
    if (include.angled) return forbiddenLibrary(from, include.target);
    if (include.target.ends_with(".moc")) return {};
    const Place to = placeOf(include.target);
    if (to.side != "core" && to.side != "app") return "not written from the root of the sources";
    return from.side == "core" ? forbiddenInCore(from, to) : forbiddenInApp(from, to);
}

void judgeIncludes(const std::string& path, const std::string& text, std::vector<Offence>& offences) {
    for (const Include& include : includesOf(text))
        if (const Reason reason = forbidden(placeOf(path), include))
            offences.push_back({path, include.target, *reason});
}

void judgeConversions(const std::string& path, const std::string& text, std::vector<Offence>& offences) {
    const Place place = placeOf(path);
    if (place.side != "app" || place.folder == "bridge") return;
    for (const std::string_view word : conversions)
        if (text.contains(word))
            offences.push_back({path, std::string(word), "only app/bridge converts text"});
}

}

std::vector<Offence> offencesIn(const std::filesystem::path& sources) {
    std::vector<Offence> offences;
    for (const char* side : {"core", "app"}) {
        if (!std::filesystem::exists(sources / side)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(sources / side)) {
            if (!entry.is_regular_file() || !isCpp(entry.path())) continue;
            const std::string path = entry.path().lexically_relative(sources).generic_string();
            const std::string text = textOf(entry.path());
            judgeIncludes(path, text, offences);
            judgeConversions(path, text, offences);
        }
    }
    std::ranges::sort(offences, {}, &Offence::file);
    return offences;
}

}
