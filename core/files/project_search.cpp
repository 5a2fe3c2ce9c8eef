#include "core/files/project_search.h"

#include "core/files/disk.h"

#include <algorithm>

namespace arabesque {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostDocuments = 10'000;
constexpr std::size_t mostFolders = 10'000;
constexpr int mostLevels = 5;

bool isSkipped(const std::string& name) {
    return name.starts_with('.') || name == "target" || name == "tests" || name == "node_modules";
}

/// What is in a folder, sorted; hidden names are left out. Links count as what they lead to.
struct Listing {
    std::vector<std::string> files, folders;
};

Result<Listing> list(const fs::path& folder) {
    Listing listing;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string& path = at->path().native();
        std::string name = path.substr(path.rfind('/') + 1);
        if (name.starts_with('.')) continue;
        std::error_code vanished;
        (at->is_directory(vanished) ? listing.folders : listing.files).push_back(std::move(name));
    }
    if (error) return disk::refusal(MESSAGE("files", "'%1' cannot be read: %2"), folder, error.value());
    std::ranges::sort(listing.files);
    std::ranges::sort(listing.folders);
    return listing;
}

/// Adds the files that end so.
void add(std::vector<std::string>& files, const std::string& prefix, const Listing& listing,
         std::string_view ending) {
    for (const std::string& name : listing.files)
        if (name.ends_with(ending)) files.push_back(prefix + name);
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    return begin == std::string_view::npos ? ""
                                           : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// The strings in the first array of `text`, comments left out.
std::vector<std::string> stringsOfArray(std::string_view text) {
    std::vector<std::string> strings;
    for (std::size_t i = 0; i < text.size() && text[i] != ']'; ++i) {
        if (text[i] == '#') i = std::min(text.find('\n', i), text.size() - 1);
        if (text[i] != '"' && text[i] != '\'') continue;
        const std::size_t end = text.find(text[i], i + 1);
        if (end == std::string_view::npos) break;
        strings.emplace_back(text.substr(i + 1, end - i - 1));
        i = end;
    }
    return strings;
}

}

bool isProject(const fs::path& folder) {
    std::error_code error;
    const fs::file_status status = fs::status(folder / "Ballerina.toml", error);
    return fs::exists(status) && !fs::is_directory(status);
}

std::optional<std::string> misnamedManifest(const fs::path& folder) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    const auto listing = list(folder);
    if (!listing) return {};
    const auto found = std::ranges::find_if(listing->files, [&](const std::string& name) {
        return std::ranges::equal(name, std::string_view("ballerina.toml"), {}, lower);
    });
    return found == listing->files.end() ? std::nullopt : std::optional(*found);
}

std::optional<fs::path> packageAround(const fs::path& file) {
    std::error_code error;
    const fs::path folder = fs::absolute(file, error).lexically_normal().parent_path();
    if (error || file.extension() != ".bal") return {};
    if (isProject(folder)) return folder;
    const fs::path above = folder.parent_path();
    const bool isModule = above.filename() == "modules" || above.filename() == "generated";
    const fs::path package = isModule ? above.parent_path() : above;
    if ((isModule || folder.filename() == "generated") && isProject(package)) return package;
    return {};
}

Result<std::vector<std::string>> documentsOf(const fs::path& folder) {
    const auto root = list(folder);
    if (!root) return std::unexpected(root.error());
    std::vector<std::string> files;
    add(files, "", *root, ".toml");
    add(files, "", *root, ".bal");
    for (const std::string outer : {"modules", "generated"}) {
        if (!std::ranges::contains(root->folders, outer)) continue;
        const auto modules = list(folder / outer);
        if (!modules) return std::unexpected(modules.error());
        if (outer == "generated") add(files, "generated/", *modules, ".bal");
        for (const std::string& module : modules->folders) {
            if (isSkipped(module)) continue;
            const std::string inside = outer + '/' + module;
            const auto sources = list(folder / inside);
            if (!sources) return std::unexpected(sources.error());
            add(files, inside + '/', *sources, ".bal");
            if (files.size() > mostDocuments) break;
        }
    }
    if (files.size() > mostDocuments)
        return failure({MESSAGE("files", "'%1' has more than 10,000 sources, the most that is loaded"),
                        disk::shown(folder)});
    return files;
}

std::optional<fs::path> nearestProjectBelow(const fs::path& folder) {
    std::vector<fs::path> level{""};
    std::size_t seen = 0;
    for (int depth = 0; depth < mostLevels && !level.empty(); ++depth) {
        std::vector<fs::path> next;
        for (const fs::path& inside : level) {
            if (++seen > mostFolders) return std::nullopt;
            const auto listing = list(folder / inside);
            if (!listing) continue;
            for (const std::string& name : listing->folders)
                if (!isSkipped(name)) next.push_back(inside / name);
        }
        for (const fs::path& candidate : next)
            if (isProject(folder / candidate)) return candidate;
        level = std::move(next);
    }
    return std::nullopt;
}

std::optional<std::vector<std::string>> workspacePackages(std::string_view toml) {
    bool inWorkspace = false;
    std::optional<std::vector<std::string>> packages;
    while (!toml.empty()) {
        const std::string_view line = toml.substr(0, toml.find('\n'));
        const std::string_view text = trimmed(line.substr(0, line.find('#')));
        if (text.starts_with("[package]")) return std::nullopt;
        if (text.starts_with('[')) inWorkspace = text.starts_with("[workspace]");
        if (inWorkspace && !packages) packages.emplace();
        if (inWorkspace && text.starts_with("packages")) {
            const std::size_t equals = toml.find('=');
            if (equals != std::string_view::npos) packages = stringsOfArray(toml.substr(equals + 1));
        }
        toml.remove_prefix(std::min(line.size() + 1, toml.size()));
    }
    return packages;
}

std::string packageFolder(const std::string& package) {
    const fs::path folder = fs::path(package).lexically_normal();
    return (folder.has_filename() ? folder : folder.parent_path()).generic_string();
}

}
