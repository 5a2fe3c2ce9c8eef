#include "app/cli/import_report.h"
#include "app/cli/project.h"
#include "app/cli/report.h"
#include "app/cli/verbs.h"
#include "core/files/disk.h"

#include <algorithm>

namespace arabesque::cli {
namespace {

struct Files {
    std::vector<std::string> texts{};
    std::vector<ImportResult> results{};
};

Result<Files> read(const Arguments& arguments, const Analysis& analysis) {
    Files files;
    for (const std::string_view path : arguments.rest()) {
        auto bytes = disk::readFile(std::filesystem::path(path));
        if (!bytes) return std::unexpected(bytes.error());
        files.results.push_back(importFile(analysis, std::string(path), *bytes));
        files.texts.push_back(*std::move(bytes));
    }
    return files;
}

/// Right forms into the files themselves; answers with how many were written.
Result<std::size_t> mend(Files& files) {
    std::size_t written = 0;
    for (std::size_t i = 0; i < files.results.size(); ++i) {
        ImportResult& result = files.results[i];
        const std::string text = withRightForms(result, files.texts[i]);
        if (text == files.texts[i]) continue;
        if (const auto saved = writeFile(result.file, text); !saved) return std::unexpected(saved.error());
        written += static_cast<std::size_t>(
            std::erase_if(result.findings, [](const ImportFinding& each) { return !each.edit.empty(); }));
    }
    return written;
}

/// Whether a pipeline has something to do: proposals that were not applied, wrong forms that are errors.
Exit exitOf(const Files& files, bool applied) {
    const auto refused = [](const ImportResult& each) { return each.refusal.has_value(); };
    if (std::ranges::any_of(files.results, refused)) return Exit::Refused;
    const bool left = std::ranges::any_of(files.results, [&](const ImportResult& each) {
        return (!applied && !each.proposals.empty()) ||
               std::ranges::contains(each.findings, Severity::Error, &ImportFinding::severity);
    });
    return left ? Exit::Findings : Exit::Good;
}

}

Result<Exit> importFiles(const Arguments& arguments, Output& output) {
    AnalysisOptions options = optionsIn(arguments);
    options.artifacts = false;
    const auto project = load(arguments.operand("PROJECT"), options);
    if (!project) return std::unexpected(project.error());
    auto files = read(arguments, project->analysis);
    if (!files) return std::unexpected(files.error());

    const auto edit = editOf(project->analysis, proposalsOf(files->results));
    if (!edit) return std::unexpected(edit.error());
    const auto now = apply(project->snapshot(), *edit).snapshot;
    const std::string patch = changesText(project->snapshot(), *now);
    const bool applied = arguments.has("--apply");
    if (applied)
        if (const auto saved = saveDocuments(project->place, project->snapshot(), *now); !saved)
            return std::unexpected(saved.error());
    if (arguments.has("--fix"))
        if (const auto written = mend(*files); !written) return std::unexpected(written.error());
    output.out = arguments.value("--format") == "json" ? importJson(files->results)
                                                       : importText(files->results, patch);
    return exitOf(*files, applied);
}

}
