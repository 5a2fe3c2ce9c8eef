#include "core/analysis/file_names.h"

#include "core/analysis/analysis.h"

#include <algorithm>

namespace arabesque {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

Diagnostic misnamed(const Snapshot& snapshot, const std::string& found, const std::string& wanted) {
    Diagnostic diagnostic{.rule = "file-name-case",
                          .code = {},
                          .severity = Severity::Warning,
                          .place = {found, {0, 0}},
                          .message = {},
                          .fixes = {}};
    if (snapshot.exists(wanted)) {
        diagnostic.message = {MESSAGE("analysis",
                                      "nothing reads '%1': the file that counts is '%2', which is "
                                      "there too; remove the one that is not read"),
                              found, wanted};
        return diagnostic;
    }
    diagnostic.message = {
        MESSAGE("analysis", "nothing reads '%1': the tools look for '%2', letter by letter; rename the file"),
        found, wanted};
    const std::string text(snapshot.text(found));
    if (!text.empty())
        diagnostic.fixes.push_back(
            {{MESSAGE("analysis", "Write its text to '%1'"), wanted}, Edit{{{wanted, {0, 0}, text}}}});
    return diagnostic;
}

}

std::vector<Diagnostic> misnamedFiles(const Snapshot& snapshot) {
    std::vector<Diagnostic> found;
    for (const std::string& wanted : editableDocuments())
        for (const auto& [file, document] : snapshot.documents)
            if (file != wanted && document.exists() && std::ranges::equal(file, wanted, {}, lower, lower))
                found.push_back(misnamed(snapshot, file, wanted));
    return found;
}

}
