#include "app/cli/project.h"
#include "app/cli/verbs.h"
#include "core/files/project_search.h"

#include <filesystem>
#include <utility>

namespace arabesque::cli {
namespace {

/// A key of a document of a project, as `get`, `set` and `unset` name it.
struct Target {
    Project project;
    std::string document;
    std::string key;
    toml::Path path;

    [[nodiscard]] const toml::Document& text() const {
        return project.analysis.documents.find(document)->second;
    }
};

/// The project and the document in it. In a workspace a package's folder stands before the document.
Result<std::pair<std::filesystem::path, std::string>> place(const Arguments& arguments) {
    const std::filesystem::path path = arguments.operand("PROJECT");
    std::string document(arguments.operand("DOCUMENT"));
    const auto packages = packagesAt(path);
    if (!packages) return std::unexpected(packages.error());
    if (packages->front().empty()) return std::pair(path, std::move(document));
    for (const std::string& package : *packages) {
        const std::string folder = prefixOf(packageFolder(package));
        if (document.starts_with(folder)) return std::pair(path / package, document.substr(folder.size()));
    }
    return failure({MESSAGE("cli", "'%1' is a workspace: name a document with its package, %2/Cloud.toml"),
                    path.string(), packageFolder(packages->front())});
}

Result<Target> find(const Arguments& arguments) {
    auto named = place(arguments);
    if (!named) return std::unexpected(named.error());
    auto project = load(named->first.string());
    if (!project) return std::unexpected(project.error());
    Target target{std::move(*project), std::move(named->second), std::string(arguments.operand("KEY")), {}};
    const auto& documents = target.project.analysis.documents;
    if (target.project.snapshot().singleFile && target.document != "Config.toml")
        return failure({MESSAGE("cli", "a single .bal file has no %1; Config.toml is its only document"),
                        target.document});
    if (!documents.contains(target.document)) {
        std::string names;
        for (const auto& [name, document] : documents) names += (names.empty() ? "" : ", ") + name;
        return failure(
            {MESSAGE("cli", "'%1' is no document of this project; there are: %2"), target.document, names});
    }
    auto path = toml::readPath(target.key);
    if (!path) return std::unexpected(path.error());
    target.path = std::move(*path);
    return target;
}

std::unexpected<Error> absent(const Target& target) {
    const Analysis& analysis = target.project.analysis;
    const auto schema = analysis.schemas.find(target.document);
    const Field* field = schema == analysis.schemas.end() ? nullptr : schema->second->field(target.path);
    if (field == nullptr)
        return failure({MESSAGE("cli", "%1: '%2' is not set"), target.document, target.key});
    const auto fallback = fallbackOf(analysis, target.document, *field);
    if (!fallback)
        return failure(
            {MESSAGE("cli", "%1: '%2' is not set, and has no default"), target.document, target.key});
    return failure(
        {MESSAGE("cli", "%1: '%2' is not set; its default is %3"), target.document, target.key, **fallback});
}

Result<Exit> save(const Target& target, const Result<Edit>& edit) {
    if (!edit) return std::unexpected(edit.error());
    const Snapshot& before = target.project.snapshot();
    const auto saved = saveDocuments(target.project.place, before, *apply(before, *edit).snapshot);
    if (!saved) return std::unexpected(saved.error());
    return Exit::Good;
}

}

Result<Exit> get(const Arguments& arguments, Output& output) {
    const auto target = find(arguments);
    if (!target) return std::unexpected(target.error());
    const toml::Node* node = target->text().find(target->path);
    if (node == nullptr) return absent(*target);
    if (node->value == nullptr)
        return failure(
            {MESSAGE("cli", "%1: '%2' is a table; name a key in it"), target->document, target->key});
    const ByteRange range = node->value->range;
    output.out = std::string(target->text().text().substr(range.begin, range.size())) + "\n";
    return Exit::Good;
}

Result<Exit> set(const Arguments& arguments, Output&) {
    const auto target = find(arguments);
    if (!target) return std::unexpected(target.error());
    const Analysis& analysis = target->project.analysis;
    const auto value = valueFor(analysis, target->document, target->path, arguments.operand("VALUE"));
    if (!value) return std::unexpected(value.error());
    return save(*target, setValue(analysis, target->document, target->path, *value));
}

Result<Exit> unset(const Arguments& arguments, Output&) {
    const auto target = find(arguments);
    if (!target) return std::unexpected(target.error());
    return save(*target, unsetValue(target->project.analysis, target->document, target->path));
}

}
