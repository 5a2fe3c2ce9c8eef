#include "core/ballerina/parsed_source.h"

#include "core/ballerina/parser.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace arabesque::ballerina {

std::vector<ParsedSource> parseAll(std::vector<Source> sources) {
    std::ranges::sort(sources, {}, [](const Source& source) { return std::tie(source.module, source.file); });
    std::vector<ParsedSource> parsed;
    parsed.reserve(sources.size());
    for (Source& source : sources) {
        SourceCode code(std::move(source));
        auto declarations = parse(code);
        parsed.push_back({.code = std::move(code), .declarations = std::move(declarations)});
    }
    return parsed;
}

}
