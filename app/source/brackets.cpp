#include "app/source/brackets.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace arabesque {

namespace {

constexpr QLatin1StringView opening("([{");
constexpr QLatin1StringView closing(")]}");

/// Passes over a string that begins at `i` and ends in its line; a lone quote is passed over alone.
qsizetype behindString(QStringView text, qsizetype i) {
    const QChar quote = text[i];
    for (qsizetype at = i + 1; at < text.size() && text[at] != u'\n'; ++at) {
        if (text[at] == u'\\' && quote == u'"') {
            ++at;
        } else if (text[at] == quote) {
            return at + 1;
        }
    }
    return i + 1;
}

}

std::optional<BracketPair> bracketsAt(QStringView text, qsizetype position) {
    if (text.size() > farthestBracket) return {};
    std::vector<qsizetype> open;
    std::optional<BracketPair> found;
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        if (c == u'"' || c == u'\'') {
            i = behindString(text, i);
            continue;
        }
        if (c == u'#') {
            const qsizetype end = text.indexOf(u'\n', i);
            if (end < 0) return found;
            i = end;
            continue;
        }
        if (opening.contains(c)) open.push_back(i);
        if (const qsizetype kind = closing.indexOf(c); kind >= 0 && !open.empty()) {
            const BracketPair pair{open.back(), i};
            open.pop_back();
            if (text[pair.opening] != opening[kind]) return found;
            if (pair.opening == position || pair.closing == position) return pair;
            if (pair.opening + 1 == position || pair.closing + 1 == position) found = pair;
        }
        ++i;
    }
    return found;
}

}
