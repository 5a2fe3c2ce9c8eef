#pragma once

#include "core/rules/rule.h"

#include <string>

namespace arabesque {

/// The page of a rule in Markdown, from its declaration: what, why, cure, an example wrong and right, and the source of
/// the fact. Always in English.
[[nodiscard]] std::string pageOf(const Rule& rule);

/// The list of all rules with links to pages named `<id>.md`.
[[nodiscard]] std::string contentsOfPages();

}
