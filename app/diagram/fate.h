#pragma once

#include "core/topology/failure.h"
#include "core/topology/outcome.h"

#include <QString>

#include <map>
#include <string>
#include <vector>

namespace arabesque {

/// What becomes of a node once something has failed. Those that serve or stand by as before have none.
struct Fate {
    enum class Kind { Lost, CutOff, TakesOver };
    Kind kind = Kind::Lost;
    QString why{};

    friend bool operator==(const Fate&, const Fate&) = default;
};

/// By id of the box: "node:orders-1".
using Fates = std::map<std::string, Fate, std::less<>>;

[[nodiscard]] Fates fatesOf(const Outcome& outcome);
/// "lost", "cut off", "takes over".
[[nodiscard]] QString wordOf(Fate::Kind kind);
/// What clients notice, in a sentence.
[[nodiscard]] QString verdictOf(const Outcome& outcome);

}
