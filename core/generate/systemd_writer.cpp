#include "core/generate/systemd_writer.h"

#include <algorithm>
#include <format>

namespace arabesque {

namespace {

bool isControl(char c) {
    return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
}

bool isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_./:=,+@").contains(c);
}

/// A comment or value that no backslash at its end joins to the next line.
std::string oneLine(std::string_view text) {
    std::string line;
    for (const char c : text) line += isControl(c) ? ' ' : c;
    while (line.ends_with('\\') || line.ends_with(' ')) line.pop_back();
    return line;
}

}

std::string systemdWord(std::string_view text) {
    std::string word;
    for (const char c : text) {
        if (c == '%' || c == '$')
            word.append(2, c);
        else if (c == '"' || c == '\\')
            word.append(1, '\\').append(1, c);
        else if (isControl(c))
            word += std::format("\\x{:02x}", static_cast<unsigned char>(c));
        else
            word += c;
    }
    return !text.empty() && std::ranges::all_of(text, isPlain) ? word : '"' + word + '"';
}

std::string systemdText(std::string_view text) {
    std::string doubled;
    for (const char c : oneLine(text)) doubled.append(c == '%' ? 2 : 1, c);
    return doubled;
}

std::string environmentLine(std::string_view name, std::string_view value) {
    std::string line(name);
    line += '=';
    if (!value.empty() && std::ranges::all_of(value, isPlain)) return line.append(value);
    line += '"';
    for (const char c : value) {
        if (std::string_view("\"\\$`").contains(c)) line += '\\';
        line += c;
    }
    return line + '"';
}

void SystemdWriter::comment(std::string_view text, const Origins& origins) {
    m_first = false;
    m_writer.line("# " + oneLine(text), origins);
}

void SystemdWriter::section(std::string_view name) {
    if (!m_first) m_writer.line("", Origins());
    m_first = false;
    m_writer.line('[' + std::string(name) + ']', Origins());
}

void SystemdWriter::setting(std::string_view key, std::string_view value, const Origins& origins) {
    m_writer.line(std::string(key) + '=' + std::string(value), origins);
}

void SystemdWriter::setting(std::string_view key, const Sourced<std::string>& value) {
    setting(key, systemdText(*value), value.origins);
}

void SystemdWriter::command(std::string_view key, const std::vector<Sourced<std::string>>& words) {
    std::string line;
    Origins why;
    for (const Sourced<std::string>& word : words) {
        line += (line.empty() ? "" : " ") + systemdWord(*word);
        why = joined(std::move(why), word.origins);
    }
    setting(key, line, why);
}

}
