#include "app/cli/project.h"
#include "app/cli/report.h"
#include "app/cli/verbs.h"
#include "core/analysis/fixing.h"
#include "core/rules/rule.h"

#include <algorithm>

namespace arabesque::cli {
namespace {

Result<std::vector<std::string>> rulesIn(const Arguments& arguments) {
    std::vector<std::string> rules;
    for (const std::string_view id : arguments.values("--rule")) {
        if (findRule(id) == nullptr)
            return failure(
                {MESSAGE("cli", "'%1' is no rule; arabesque-cli rules lists them"), std::string(id)});
        rules.emplace_back(id);
    }
    return rules;
}

}

Result<Exit> fix(const Arguments& arguments, Output& output) {
    const auto rules = rulesIn(arguments);
    if (!rules) return std::unexpected(rules.error());
    auto opened = openProjects(arguments.operand("PROJECT"));
    if (!opened) return std::unexpected(opened.error());
    std::vector<Mended> mended;   // all of them before any is saved
    for (const OpenedProject& project : *opened) {
        AnalysisOptions options = optionsIn(arguments);
        options.artifacts = false;
        options.load = resourceLoader(project.place);
        mended.push_back(mend(project.snapshot, options, *rules));
    }
    std::vector<Project> projects;
    for (std::size_t i = 0; i < mended.size(); ++i) {
        OpenedProject& project = (*opened)[i];
        const std::string folder = prefixOf(project.inWorkspace);
        if (arguments.has("--dry-run"))
            output.out += changesText(*project.snapshot, *mended[i].snapshot, folder);
        else if (const auto saved = saveDocuments(project.place, *project.snapshot, *mended[i].snapshot);
                 !saved)
            return std::unexpected(saved.error());
        else
            for (const std::string& each : mended[i].done) output.out += printable(folder + each) + '\n';
        projects.push_back(
            {std::move(project.place), std::move(mended[i].analysis), std::move(project.inWorkspace)});
    }
    if (std::ranges::all_of(mended, &std::vector<std::string>::empty, &Mended::done))
        output.out += "Nothing to fix without a choice: --rule names what to fix.\n";
    const Analysis left = together(std::move(projects));
    output.err = left.hasErrors() ? textReport(left) : "";
    return left.hasErrors() ? Exit::Findings : Exit::Good;
}

}
