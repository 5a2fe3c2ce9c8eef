#pragma once

#include "core/rules/accepted_finding.h"
#include "core/rules/rule.h"

#include <string>
#include <vector>

namespace arabesque {

/// One [[accepted]] of Deployment.toml: findings the team lives with.
struct Acceptance {
    std::size_t number = 0;   ///< of its entry, from 0
    Place place;              ///< its header
    std::string rule;
    std::string subject;   ///< a file, "FILE:KEY", or the package; empty: everywhere
    std::string until{};   ///< last day, "2027-03-31"; empty: for good
    Place untilPlace{};

    [[nodiscard]] bool expired(std::string_view today) const;
    /// Whether it is meant for a finding, expired or not. An entry without rule is for none.
    [[nodiscard]] bool covers(const Diagnostic& finding, const Checked& project) const;
};

[[nodiscard]] std::vector<Acceptance> acceptancesOf(const toml::Document& deploymentToml);

/// Moves what is accepted today out of `diagnostics`, and returns it in the same order.
[[nodiscard]] std::vector<AcceptedFinding> takeAccepted(const Checked& project,
                                                        std::vector<Diagnostic>& diagnostics);

}
