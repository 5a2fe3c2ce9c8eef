#include "app/cli/project.h"
#include "app/cli/report.h"
#include "app/cli/verbs.h"
#include "core/analysis/converting.h"
#include "core/rules/rule.h"

namespace arabesque::cli {
namespace {

/// What the declared pattern promises, a line each, and what breaks it below.
std::string contractText(const Analysis& analysis) {
    const DeploymentPattern* pattern = patternOf(analysis.deployment.topology);
    if (pattern == nullptr) return "No pattern is declared; there are: " + patternNames() + "\n";
    std::string text = std::string(pattern->id) + ": " + pattern->summary.text + "\n";
    for (const Clause& clause : contractOf(analysis)) {
        text += (clause.findings.empty() ? "  kept    " : "  broken  ") + std::string(clause.rule) + '\n';
        for (const Diagnostic* finding : clause.findings)
            text += "          " + printable(finding->message.english()) + '\n';
    }
    return text;
}

bool isKept(const Analysis& analysis) {
    for (const Clause& clause : contractOf(analysis))
        if (!clause.findings.empty()) return false;
    return true;
}

}

Result<Exit> convertToPattern(const Arguments& arguments, Output& output) {
    auto project = load(arguments.operand("PROJECT"), {.artifacts = false});
    if (!project) return std::unexpected(project.error());
    const std::string_view id = arguments.operand("PATTERN");
    if (id.empty()) {
        output.out = contractText(project->analysis);
        return isKept(project->analysis) ? Exit::Good : Exit::Findings;
    }
    const auto pattern = patternNamed(id);
    if (!pattern) return std::unexpected(pattern.error());
    const auto edit = convertTo(**pattern, project->analysis);
    if (!edit) return std::unexpected(edit.error());
    const Snapshot& before = project->snapshot();
    const auto after = apply(before, *edit).snapshot;
    output.out = changesText(before, *after);
    if (arguments.has("--dry-run")) return Exit::Good;
    if (const auto saved = saveDocuments(project->place, before, *after); !saved)
        return std::unexpected(saved.error());
    return Exit::Good;
}

}
