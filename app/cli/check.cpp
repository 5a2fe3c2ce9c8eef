#include "app/cli/report.h"
#include "app/cli/verbs.h"

namespace arabesque::cli {

Result<Exit> check(const Arguments& arguments, Output& output) {
    const auto project =
        load(arguments.operand("PROJECT"), {.target = std::string(arguments.value("--target")),
                                            .release = releaseIn(arguments),
                                            .artifacts = false});
    if (!project) return std::unexpected(project.error());
    const std::string_view format = arguments.value("--format");
    const auto report = format == "json"    ? jsonReport
                        : format == "sarif" ? sarifReport
                        : format == "junit" ? junitReport
                                            : textReport;
    output.out = report(project->analysis);
    return project->analysis.hasErrors() ? Exit::Findings : Exit::Good;
}

}
