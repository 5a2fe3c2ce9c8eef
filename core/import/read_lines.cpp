#include "core/import/read_lines.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

/// "export NAME=value" in parts; nothing for a line that is none.
struct Variable {
    std::string_view name, value;
    std::size_t valueBegin = 0;
};

std::optional<Variable> variableIn(std::string_view line) {
    constexpr std::string_view word = "export ";
    const std::size_t start = line.starts_with(word) ? word.size() : 0;
    const std::size_t equals = line.find('=', start);
    if (equals == std::string_view::npos || equals == start) return {};
    const std::string_view name = line.substr(start, equals - start);
    const bool isName = std::ranges::all_of(name, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!isName) return {};
    std::string_view value = line.substr(equals + 1);
    std::size_t begin = equals + 1;
    if (value.ends_with('\r')) value.remove_suffix(1);
    const bool quoted =
        value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
    if (quoted) {
        value = value.substr(1, value.size() - 2);
        ++begin;
    }
    return Variable{name, value, begin};
}

bool isBlankOrComment(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    return first == std::string_view::npos || line[first] == '#';
}

std::size_t offsetIn(std::string_view text, std::string_view part) {
    return static_cast<std::size_t>(part.data() - text.data());
}

/// Options of a server of HAProxy that stand alone; the others take the word behind them.
bool standsAlone(std::string_view option) {
    constexpr std::array<std::string_view, 8> flags{"backup",     "check",     "ssl",     "disabled",
                                                    "send-proxy", "non-stick", "enabled", "check-ssl"};
    return std::ranges::contains(flags, option);
}

class HAProxyReader {
public:
    explicit HAProxyReader(std::string_view text) : m_text(text) {}

    std::vector<ImportedValue> run() {
        for (const std::string_view each : linesOf(m_text)) {
            ++m_line;
            line(each.substr(0, each.find('#')));
        }
        return std::move(m_values);
    }

private:
    void line(std::string_view text) {
        const auto words = wordsOf(text);
        if (words.empty()) return;
        if (text.front() != ' ' && text.front() != '\t') {
            m_section = std::string(words[0].text) + '[' +
                        std::string(words.size() > 1 ? words[1].text : std::string_view()) + ']';
        } else if (words[0].text == "server" && words.size() > 2) {
            server(words);
        } else {
            const std::size_t depth = isPair(words[0].text) && words.size() > 2 ? 2 : 1;
            std::string name(words[0].text);
            if (depth == 2) name += '.' + std::string(words[1].text);
            const std::string_view value = words.size() > depth ? from(text, words[depth]) : "on";
            add(name, value, words.size() > depth ? value : words[0].text);
        }
    }

    static bool isPair(std::string_view word) {
        return word == "timeout" || word == "option" || word == "stats" || word == "http-check";
    }
    static std::string_view from(std::string_view line, const LineWord& word) {
        std::string_view rest = line.substr(word.begin);
        while (!rest.empty() && (rest.back() == ' ' || rest.back() == '\r' || rest.back() == '\t'))
            rest.remove_suffix(1);
        return rest;
    }

    void server(const std::vector<LineWord>& words) {
        const std::string path = "server[" + std::string(words[1].text) + "].";
        add(path + "address", words[2].text, words[2].text);
        for (std::size_t i = 3; i < words.size(); ++i) {
            const std::string name = path + std::string(words[i].text);
            if (standsAlone(words[i].text) || i + 1 == words.size()) {
                add(name, "on", words[i].text);
            } else {
                add(name, words[i + 1].text, words[i + 1].text);
                ++i;
            }
        }
    }

    void add(const std::string& name, std::string_view value, std::string_view place) {
        const std::size_t begin = offsetIn(m_text, place);
        m_values.push_back(
            {m_section + '.' + name, std::string(value), m_line, {begin, begin + place.size()}});
    }

    std::string_view m_text;
    std::string m_section{};
    std::uint32_t m_line = 0;
    std::vector<ImportedValue> m_values{};
};

}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::vector<LineWord> wordsOf(std::string_view line, std::string_view separators) {
    std::vector<LineWord> words;
    for (std::size_t at = line.find_first_not_of(separators); at != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(separators, at), line.size());
        words.push_back({line.substr(at, end - at), at});
        at = line.find_first_not_of(separators, end);
    }
    return words;
}

bool isEnvironment(std::string_view text) {
    bool any = false;
    for (const std::string_view line : linesOf(text)) {
        if (isBlankOrComment(line)) continue;
        if (!variableIn(line)) return false;
        any = true;
    }
    return any;
}

std::vector<ImportedValue> valuesOfEnvironment(std::string_view text) {
    std::vector<ImportedValue> values;
    std::uint32_t number = 0;
    for (const std::string_view line : linesOf(text)) {
        ++number;
        const auto variable = isBlankOrComment(line) ? std::nullopt : variableIn(line);
        if (!variable) continue;
        const std::size_t begin = offsetIn(text, line) + variable->valueBegin;
        values.push_back({std::string(variable->name),
                          std::string(variable->value),
                          number,
                          {begin, begin + variable->value.size()}});
    }
    return values;
}

std::vector<ImportedValue> valuesOfHAProxy(std::string_view text) {
    return HAProxyReader(text).run();
}

}
