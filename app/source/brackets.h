#pragma once

#include <QStringView>

#include <optional>

namespace arabesque {

struct BracketPair {
    qsizetype opening;
    qsizetype closing;
};

/// Texts with more characters are not searched.
constexpr qsizetype farthestBracket = 100'000;

/// The pair one of whose brackets touches `position`, the one behind it first. Brackets inside strings and comments
/// match nothing.
[[nodiscard]] std::optional<BracketPair> bracketsAt(QStringView text, qsizetype position);

}
