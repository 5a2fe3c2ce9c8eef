#pragma once

#include "core/analysis/analysis.h"

#include <optional>
#include <string>
#include <vector>

namespace arabesque {

/// What one setting has in one environment.
struct MatrixCell {
    enum class State {
        Default,      ///< nobody sets it
        Inherited,    ///< as the project's files say
        Set,          ///< in the environment's own configuration
        Overridden,   ///< by the environment's `set`
        OnCluster,    ///< by a variable from a ConfigMap or Secret of the cluster, as Cloud.toml says
        Missing,      ///< required, and nothing gives it a value
        Refused       ///< set to what the program does not take
    };
    State state = State::Default;
    std::optional<std::string> value;   ///< as TOML; nothing where it is not known before the program runs
    std::string from{};                 ///< of OnCluster: "Secret orders-database"
    Place place{};                      ///< where it is written
    bool unlikeProduction = false;      ///< another value than in the environment called production
};

struct MatrixRow {
    std::string document;   ///< "Config.toml", "Cloud.toml" or "Ballerina.toml"
    toml::Path key;         ///< in that document
    bool secret = false;
    std::vector<MatrixCell> cells;   ///< as the files say, then by environment
};

/// Settings by environments: every variable of the program, and the settings of other files that an environment changes.
struct Matrix {
    std::vector<std::string> environments;   ///< as declared
    std::optional<std::size_t> production;   ///< the one called production or prod
    std::vector<MatrixRow> rows;
};

[[nodiscard]] Matrix matrixOf(const Analysis& analysis);

/// "default", "inherited", "set", "overridden", "on the cluster", "missing" or "refused".
[[nodiscard]] const char* nameOf(MatrixCell::State state);

/// The edit that gives a row the TOML value `value` in environment number `environment`: of a variable of the program in
/// the environment's own configuration, of another setting in its `set`.
[[nodiscard]] Result<Edit> setIn(const Analysis& analysis, const MatrixRow& row, std::size_t environment,
                                 std::string_view value);

}
