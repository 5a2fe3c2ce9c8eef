#pragma once

#include "core/ballerina/package_facts.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What several copies of a program would each have for themselves, and what a resource function waits for. Both are read
/// from the declarations and the statements around names; what a program does in other ways is not seen.
namespace arabesque::ballerina {

/// A variable of a module that functions of it write, or a cache.
struct ProgramState {
    std::string name;
    bool isCache = false;   ///< a `cache:Cache` of ballerina/cache
    Place place;            ///< of the name

    friend bool operator==(const ProgramState&, const ProgramState&) = default;
};

/// Variables that are neither `final`, `isolated` nor configurable, of a type that no other module declares (those are
/// clients, listeners and loggers), and that a statement of their module assigns to or changes in place; and caches. In the
/// order of scan().
[[nodiscard]] std::vector<ProgramState> programStateOf(std::vector<Source> sources);

/// The first call of a client (`orders->/status`, `database->queryRow(…)`) in a resource function that the question is true
/// of, or in a function of its module that it calls, however deep. Nothing where there is none.
[[nodiscard]] std::optional<Written> clientCallOf(
    std::vector<Source> sources,
    const std::function<bool(std::string_view accessor, std::string_view servicePath,
                             std::string_view resourcePath)>& isMeant);

}
