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
    auto opened = openProject(arguments.operand("PROJECT"));
    if (!opened) return std::unexpected(opened.error());
    AnalysisOptions options = optionsIn(arguments);
    options.artifacts = false;
    options.load = resourceLoader(opened->place);
    const Mended mended = mend(opened->snapshot, options, *rules);
    if (arguments.has("--dry-run")) {
        output.out = changesText(*opened->snapshot, *mended.snapshot);
    } else if (const auto saved = saveDocuments(opened->place, *opened->snapshot, *mended.snapshot); !saved) {
        return std::unexpected(saved.error());
    } else {
        for (const std::string& each : mended.done) output.out += printable(each) + '\n';
    }
    output.out += mended.done.empty() ? "Nothing to fix without a choice: --rule names what to fix.\n" : "";
    output.err = mended.analysis.hasErrors() ? textReport(mended.analysis) : "";
    return mended.analysis.hasErrors() ? Exit::Findings : Exit::Good;
}

}
