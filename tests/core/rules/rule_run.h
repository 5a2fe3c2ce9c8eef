#pragma once

#include "core/ballerina/package_facts.h"
#include "core/rules/rule.h"
#include "tests/support/marked_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque::tests {

/// How a rule is run: on which file, and on what program where the file is Config.toml.
struct RuleRun {
    const Rule& rule;
    std::string file = "Cloud.toml";
    std::vector<ballerina::Configurable> configurables{};   ///< of acme/orders
    bool stopsTheTool = true;
    std::vector<std::string> modules{};   ///< of acme/orders
    std::string sources{};                ///< instead of the two above: a source of acme/orders
    std::string packageToml{};            ///< beside Config.toml

    [[nodiscard]] std::vector<Diagnostic> on(const MarkedText& text) const;
    /// What the rule says, a line each: "TVE0001 error: message", with the marks of `text` moved to its ranges.
    [[nodiscard]] std::string says(std::string_view text) const;
};

/// The text after fix number `fix` of a diagnostic.
[[nodiscard]] std::string afterFix(const MarkedText& text, const Diagnostic& diagnostic, std::size_t fix);

/// The titles of all fixes, in order, joined by " | ".
[[nodiscard]] std::string titlesOf(const Diagnostic& diagnostic);

/// The rule with an id; a test that names none ends.
[[nodiscard]] const Rule& ruleNamed(std::string_view id);

}
