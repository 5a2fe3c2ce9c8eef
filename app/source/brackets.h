#pragma once

#include <QStringView>

#include <optional>

namespace arabesque {

struct BracketPair {
    qsizetype opening;
    qsizetype closing;
};

/// The pair one of whose brackets touches `position`, the one behind it first. Brackets inside strings and comments
/// match nothing; looks at 100,000 characters at most.
[[nodiscard]] std::optional<BracketPair> bracketsAt(QStringView text, qsizetype position);

}
