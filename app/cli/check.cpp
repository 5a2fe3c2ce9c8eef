#include "app/cli/report.h"
#include "app/cli/verbs.h"

namespace arabesque::cli {

Result<Exit> check(const Arguments& arguments, Output& output) {
    AnalysisOptions options = optionsIn(arguments);
    options.artifacts = false;
    // Static, so that nobody takes them apart: a large project's parts number hundreds of thousands.
    static auto projects = loadAll(arguments.operand("PROJECT"), options);
    if (!projects) return std::unexpected(projects.error());
    static const Analysis analysis = together(*std::move(projects));
    const std::string_view format = arguments.value("--format");
    const auto report = format == "json"    ? jsonReport
                        : format == "sarif" ? sarifReport
                        : format == "junit" ? junitReport
                                            : textReport;
    output.out = report(analysis);
    return analysis.hasErrors() ? Exit::Findings : Exit::Good;
}

}
