#include "core/generate/markdown_writer.h"

#include <algorithm>

namespace arabesque {

namespace {

/// Whether a character of several bytes begins a line or turns the direction of text.
std::size_t sizeOfControl(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    if (byte(0) < ' ' || byte(0) == 0x7F) return 1;
    if (byte(0) == 0xC2 && byte(1) < 0xA0) return 2;
    if (byte(0) != 0xE2) return 0;
    const bool mark = byte(1) == 0x80 && (byte(2) == 0x8E || byte(2) == 0x8F);
    const bool turn = byte(1) == 0x80 && byte(2) >= 0xA8 && byte(2) <= 0xAE;
    const bool isolate = byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
    return mark || turn || isolate ? 3 : 0;
}

/// Control characters as blanks: a part of Markdown ends at its line.
std::string oneLine(std::string_view text) {
    std::string line;
    while (!text.empty()) {
        const std::size_t control = sizeOfControl(text);
        line += control > 0 ? ' ' : text.front();
        text.remove_prefix(std::max<std::size_t>(control, 1));
    }
    return line;
}

std::size_t longestRun(std::string_view text, char c) {
    std::size_t longest = 0, run = 0;
    for (const char each : text) longest = std::max(longest, run = each == c ? run + 1 : 0);
    return longest;
}

/// A bar ends the cell of a table, in code as well.
std::string cellText(const std::string& text) {
    std::string cell;
    for (const char c : text) {
        if (c == '|' && !cell.ends_with('\\')) cell += '\\';
        cell += c;
    }
    return cell;
}

bool isPunctuation(char c) {
    return std::string_view(R"(!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~)").contains(c);
}

}

Markdown Markdown::data(const Sourced<std::string>& text) {
    std::string escaped;
    for (const char c : oneLine(*text)) {
        const bool harmless = std::string_view("-.,:;/@").contains(c) && !escaped.empty();
        if (isPunctuation(c) && !harmless) escaped += '\\';
        escaped += c;
    }
    return {std::move(escaped), text.origins};
}

Markdown Markdown::code(std::string_view text, Origins origins) {
    const std::string line = oneLine(text);
    if (line.empty()) return {"\"\"", std::move(origins)};
    const std::string fence(longestRun(line, '`') + 1, '`');
    const bool padded = line.front() == '`' || line.back() == '`' || line.front() == ' ';
    return {fence + (padded ? " " : "") + line + (padded ? " " : "") + fence, std::move(origins)};
}

void MarkdownWriter::part() {
    if (!m_first) line("", Origins());
    m_first = false;
}

void MarkdownWriter::heading(std::size_t level, const Markdown& text) {
    part();
    line(std::string(level, '#') + ' ' + text.text(), text.origins());
}

void MarkdownWriter::paragraph(const Markdown& text) {
    part();
    std::string written = text.text();
    // "1." at the beginning would be a list
    const std::size_t digits = written.find_first_not_of("0123456789");
    if (digits != 0 && digits != std::string::npos && (written[digits] == '.' || written[digits] == ')'))
        written.insert(digits, 1, '\\');
    line(written, text.origins());
}

void MarkdownWriter::list(const std::vector<Markdown>& items) {
    if (items.empty()) return;
    part();
    for (const Markdown& item : items) line("- " + item.text(), item.origins());
}

void MarkdownWriter::steps(const std::vector<Markdown>& items) {
    if (items.empty()) return;
    part();
    for (std::size_t i = 0; i < items.size(); ++i)
        line(std::to_string(i + 1) + ". " + items[i].text(), items[i].origins());
}

void MarkdownWriter::table(const std::vector<Markdown>& header,
                           const std::vector<std::vector<Markdown>>& rows) {
    part();
    const auto row = [this](const std::vector<Markdown>& cells) {
        std::string text = "|";
        Origins why;
        for (const Markdown& cell : cells) {
            text += ' ' + cellText(cell.text()) + " |";
            why = joined(std::move(why), cell.origins());
        }
        line(text, why);
    };
    row(header);
    std::string rule = "|";
    for (std::size_t i = 0; i < header.size(); ++i) rule += " --- |";
    line(rule, Origins());
    for (const auto& cells : rows) row(cells);
}

void MarkdownWriter::commands(const std::vector<Sourced<std::string>>& lines) {
    if (lines.empty()) return;
    part();
    std::size_t longest = 2;
    for (const auto& each : lines) longest = std::max(longest, longestRun(*each, '`'));
    const std::string fence(longest + 1, '`');
    line(fence + "sh", Origins());
    for (const auto& each : lines) line(oneLine(*each), each.origins);
    line(fence, Origins());
}

}
