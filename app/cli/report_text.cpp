#include "app/cli/output.h"
#include "app/cli/report.h"
#include "core/analysis/outputs.h"

#include <algorithm>

namespace arabesque::cli {
namespace {

std::string counted(std::ptrdiff_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string summary(const std::vector<Diagnostic>& diagnostics) {
    const auto count = [&](Severity severity) {
        return std::ranges::count(diagnostics, severity, &Diagnostic::severity);
    };
    std::string text;
    const auto add = [&](Severity severity, std::string_view one, std::string_view many) {
        if (const auto number = count(severity); number > 0)
            text += (text.empty() ? "" : ", ") + counted(number, one, many);
    };
    add(Severity::Error, "error", "errors");
    add(Severity::Warning, "warning", "warnings");
    add(Severity::Info, "note", "notes");
    return text.empty() ? "no problems" : text;
}

}

std::string textReport(const Analysis& analysis) {
    Positions positions(*analysis.snapshot);
    std::string text;
    for (const Diagnostic& diagnostic : analysis.diagnostics) {
        const Position at = positions.at(diagnostic.place.file, diagnostic.place.range.begin);
        text += printable(diagnostic.place.file) + ":" + std::to_string(at.line) + ":" +
                std::to_string(at.column) + ": " + nameOf(diagnostic.severity) + ": " +
                printable(diagnostic.message.english()) + " [" + diagnostic.rule +
                (diagnostic.code.empty() ? "" : " " + diagnostic.code) + "]\n";
        for (const Fix& fix : diagnostic.fixes) text += "    fix: " + printable(fix.title.english()) + "\n";
    }
    return text + summary(analysis.diagnostics) + "\n";
}

std::string notCarriedText(const std::vector<Project>& projects) {
    std::string text;
    for (const Project& project : projects)
        for (const NotCarried& each : notCarriedOver(project.analysis))
            text += "not carried over to " + std::string(each.target) + ": " + printable(each.setting.key()) +
                    ": " + Message(each.why).english() + '\n';
    return text;
}

}
