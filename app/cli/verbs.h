#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "core/topology/pattern.h"

#include <span>
#include <string_view>
#include <vector>

namespace arabesque::cli {

/// One thing the program can do. An error of `run` ends it with Exit::Refused and one line.
struct Verb {
    std::string_view name;
    std::string_view operands;
    std::vector<Option> options;
    std::string_view summary;
    Result<Exit> (*run)(const Arguments& arguments, Output& output);
};

/// In the order of the help.
[[nodiscard]] std::span<const Verb> allVerbs();

Result<Exit> check(const Arguments& arguments, Output& output);
Result<Exit> inspect(const Arguments& arguments, Output& output);
Result<Exit> generate(const Arguments& arguments, Output& output);
Result<Exit> exportBundle(const Arguments& arguments, Output& output);
Result<Exit> diff(const Arguments& arguments, Output& output);
Result<Exit> explain(const Arguments& arguments, Output& output);
Result<Exit> fix(const Arguments& arguments, Output& output);
Result<Exit> drawDiagram(const Arguments& arguments, Output& output);
Result<Exit> get(const Arguments& arguments, Output& output);
Result<Exit> set(const Arguments& arguments, Output& output);
Result<Exit> unset(const Arguments& arguments, Output& output);
Result<Exit> resolveConfiguration(const Arguments& arguments, Output& output);
Result<Exit> simulateFailures(const Arguments& arguments, Output& output);
Result<Exit> printRules(const Arguments& arguments, Output& output);
Result<Exit> printSchema(const Arguments& arguments, Output& output);
Result<Exit> importFiles(const Arguments& arguments, Output& output);
Result<Exit> makeProject(const Arguments& arguments, Output& output);
Result<Exit> convertToPattern(const Arguments& arguments, Output& output);

/// Ids of all patterns, for a sentence.
[[nodiscard]] std::string patternNames();
/// Fails with the patterns there are.
[[nodiscard]] Result<const DeploymentPattern*> patternNamed(std::string_view id);

}
