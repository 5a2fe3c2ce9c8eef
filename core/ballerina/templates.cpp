#include "core/ballerina/templates.h"

#include <algorithm>
#include <vector>

namespace arabesque::ballerina {

std::size_t endOfString(std::string_view text, std::size_t begin) {
    for (auto at = begin + 1; at < text.size(); ++at) {
        if (text[at] == '"') return at + 1;
        if (text[at] == '\n') return at;
        if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] != '\n') ++at;
    }
    return text.size();
}

namespace {

enum class Nesting : char { Template, Expression };

/// One step of text inside `${ … }`; returns the offset behind it.
std::size_t stepInExpression(std::string_view text, std::size_t at, std::vector<Nesting>& open) {
    switch (text[at]) {
    case '"': return endOfString(text, at);
    case '`': open.push_back(Nesting::Template); break;
    case '{': open.push_back(Nesting::Expression); break;
    case '}': open.pop_back(); break;
    case '/':
        if (at + 1 < text.size() && text[at + 1] == '/') return std::min(text.find('\n', at), text.size());
        break;
    default: break;
    }
    return at + 1;
}

}

std::optional<std::size_t> endOfTemplate(std::string_view text, std::size_t begin) {
    std::vector<Nesting> open{Nesting::Template};
    for (auto at = begin + 1; at < text.size();) {
        if (open.back() == Nesting::Expression) {
            at = stepInExpression(text, at, open);
            continue;
        }
        at = text.find_first_of("`$", at);
        if (at == std::string_view::npos) break;
        if (text[at] == '`') {
            open.pop_back();
            if (open.empty()) return at + 1;
        } else if (at + 1 < text.size() && text[at + 1] == '{') {
            open.push_back(Nesting::Expression);
            ++at;
        }
        ++at;
    }
    return std::nullopt;
}

}
