#pragma once

#include "core/ballerina/declarations.h"

#include <vector>

namespace arabesque::ballerina {

/// One source with what it declares.
struct ParsedSource {
    SourceCode code;
    Declarations declarations;
};

/// All sources of one package, given in any order, in that of PackageFacts.
[[nodiscard]] std::vector<ParsedSource> parseAll(std::vector<Source> sources);

/// What they say, as scan() does.
[[nodiscard]] PackageFacts factsOf(const std::vector<ParsedSource>& sources, std::string_view package = {},
                                   const ScanOptions& options = {});

}
