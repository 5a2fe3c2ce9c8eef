#include "core/generate/bash_writer.h"

#include "core/generate/plain_text.h"

#include <algorithm>

namespace arabesque {

std::string bashWord(std::string_view text) {
    if (!text.empty() && hasOnly(text, "-_.:/@%+,")) return std::string(text);
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'')
            quoted += "'\\''";
        else
            quoted += c;
    }
    return quoted + '\'';
}

void BashWriter::comment(std::string_view text) {
    m_writer.line("# " + onOneLine(text), Origins());
}

void BashWriter::fixed(std::string_view lines) {
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        m_writer.line(lines.substr(0, end), Origins());
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
}

void BashWriter::variable(std::string_view name, const Sourced<std::string>& value) {
    m_writer.line(std::string(name) + '=' + bashWord(*value), value.origins);
}

void BashWriter::array(std::string_view name, const std::vector<Sourced<std::string>>& values) {
    m_writer.line(std::string(name) + "=(", Origins());
    for (const Sourced<std::string>& value : values) m_writer.line("    " + bashWord(*value), value.origins);
    m_writer.line(")", Origins());
}

void BashWriter::table(std::string_view name,
                       const std::vector<std::pair<std::string, Sourced<std::string>>>& entries) {
    m_writer.line("declare -A " + std::string(name) + "=(", Origins());
    for (const auto& [key, value] : entries)
        m_writer.line("    [" + key + "]=" + bashWord(*value), value.origins);
    m_writer.line(")", Origins());
}

}
