#include "core/rules/imports.h"

#include <algorithm>

namespace arabesque {

namespace {

bool isOfDefaultModule(std::string_view file) {
    return file.ends_with(".bal") && !file.contains('/');
}

/// main.bal, else the first source of the default module; empty where there is none.
std::string firstSource(const Snapshot& snapshot) {
    if (snapshot.exists("main.bal")) return "main.bal";
    for (const auto& [file, document] : snapshot.documents)
        if (isOfDefaultModule(file) && document.exists()) return file;
    return {};
}

}

bool isImported(const Checked& project, std::string_view module) {
    return std::ranges::any_of(project.facts.imports, [&](const ballerina::Import& import) {
        return import.organisation + '/' + import.module == module;
    });
}

Result<Edit> addImport(const Checked& project, std::string_view module) {
    const std::string file = firstSource(project.snapshot);
    if (file.empty()) return failure(MESSAGE("rules", "there is no source to import it in"));
    std::size_t at = 0;
    for (const ballerina::Import& import : project.facts.imports)
        if (import.place.file == file) {
            at = import.place.range.begin;
            break;
        }
    const std::string_view text = project.snapshot.text(file);
    const std::string lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    return Edit{{{file, {at, at}, "import " + std::string(module) + " as _;" + lineEnd}}};
}

}
