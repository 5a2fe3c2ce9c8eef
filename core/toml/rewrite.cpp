#include "core/toml/rewrite.h"

#include "core/text/utf8.h"
#include "core/toml/placement.h"
#include "core/toml/scalar.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace arabesque::toml {

namespace {

/// The value alone in `text`, read the way a document reads it; Missing when it is none.
Value readValue(std::string_view text) {
    const bool isScalar = !text.starts_with('[') && !text.starts_with('{');
    if (isScalar) {
        Message error;
        Value value = readScalar(text, 0, error);
        const bool whole = error.source.empty() && value.range == ByteRange{0, text.size()};
        return whole && firstInvalidUtf8(text) == std::string_view::npos ? value : Value{};
    }
    const Document document("v=" + std::string(text));
    const std::vector<Section>& sections = document.tree().sections;
    if (!document.valid() || sections.size() != 1 || sections[0].entries.size() != 1) return {};
    const Entry& entry = sections[0].entries[0];
    const bool whole = entry.key.size() == 1 && entry.value.range == ByteRange{2, document.text().size()};
    return whole ? entry.value : Value{};
}

/// The usual values, told without reading them; most are.
bool isPlainlyValue(std::string_view text) {
    if (text == "true" || text == "false" || text == "[]") return true;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    constexpr std::size_t mostDigits = 18;   // any number of so many fits into an integer
    if (!text.empty() && text.size() <= mostDigits && std::ranges::all_of(text, isDigit))
        return text.front() != '0' || text.size() == 1;
    if (text.size() < 2 || !text.starts_with('"') || !text.ends_with('"')) return false;
    const auto isItself = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
    return std::ranges::all_of(text.substr(1, text.size() - 2), isItself);
}

bool isMultiLine(Style style) {
    return style == Style::MultiLineBasic || style == Style::MultiLineLiteral;
}

/// `value` in the clothes of the string it replaces.
std::string dressed(const Value& old, const Value& value, std::string_view text, std::string_view lineEnd) {
    if (old.kind != Kind::String || value.kind != Kind::String) return std::string(text);
    if (old.text == value.text) return {};
    const bool unfolds = value.text.contains('\n') && !isMultiLine(old.style);
    if (unfolds) return std::string(text);
    std::string result;
    for (const char c : quoted(value.text, old.style))
        result += c == '\n' ? std::string(lineEnd) : std::string(1, c);
    return result;
}

bool sameMeaning(const Value& a, const Value& b) {
    return a.kind == b.kind && a.text == b.text;
}

std::unexpected<Error> wouldBreak(const Path& path) {
    return failure(
        {MESSAGE("toml", "'%1' cannot be written here: the text around it is not complete; mend that first"),
         toText(path)});
}

/// An edit counts only when the text after it still parses, as far as it did before.
Result<Edit> checked(const Document& before, const std::string& file, Edit edit, const Path& path,
                     const Value* wanted) {
    if (edit.empty()) return edit;
    const Document after(applied(before.text(), file, edit));
    if (before.valid() && !after.valid()) return wouldBreak(path);
    const Node* node = after.find(path);
    const bool elementGone =
        wanted == nullptr && std::holds_alternative<std::size_t>(path.back());   // the next one moves up
    if (elementGone) return edit;
    const bool there = wanted != nullptr
                           ? node != nullptr && node->value != nullptr && node->value->kind == wanted->kind &&
                                 (wanted->kind != Kind::String || node->value->text == wanted->text)
                           : node == nullptr;
    return there ? Result<Edit>(std::move(edit)) : wouldBreak(path);
}

/// Whether `edit` only puts one scalar in the place of another in a valid document, which is valid with any: a large one
/// need not be read again for that.
bool replacesScalar(const Document& before, const Path& path, const Edit& edit) {
    if (!before.valid() || edit.changes.size() != 1) return false;
    const Node* node = before.find(path);
    const bool replaces = node != nullptr && node->kind == Node::Kind::Scalar && node->value != nullptr &&
                          node->value->kind != Kind::Missing && edit.changes[0].range == node->value->range;
    return replaces && readValue(edit.changes[0].text).kind != Kind::Missing &&
           !edit.changes[0].text.starts_with('[') && !edit.changes[0].text.starts_with('{');
}

/// Sections that belong to the table or element at `path`, itself included.
std::vector<std::size_t> sectionsBelow(const Document& document, const Path& path) {
    std::vector<std::size_t> found;
    for (std::size_t i = 1; i < document.sectionPaths().size(); ++i) {
        const Path& at = document.sectionPaths()[i];
        if (at.size() >= path.size() && std::equal(path.begin(), path.end(), at.begin())) found.push_back(i);
    }
    return found;
}

/// Takes a header with its entries; the blank line above goes with it, comments of its neighbours stay.
ByteRange wholeSection(const Document& document, std::size_t index) {
    const Section& section = document.tree().sections[index];
    ByteRange range{section.range.begin, endOfContent(document, section)};
    const std::string_view text = document.text();
    if (range.begin >= 2 && text[range.begin - 1] == '\n') {
        const std::size_t lineBegin = text.rfind('\n', range.begin - 2);
        const std::size_t begin = lineBegin == std::string_view::npos ? 0 : lineBegin + 1;
        const bool blankAbove =
            text.substr(begin, range.begin - begin).find_first_not_of(" \t\r\n") == std::string_view::npos;
        if (blankAbove) range.begin = begin;
    }
    return range;
}

void remove(Edit& edit, const std::string& file, ByteRange range) {
    edit.changes.push_back({file, range, ""});
}

/// Takes entries out of an inline table, and the commas that go with them.
void removeEntries(Edit& edit, const std::string& file, const Value& table,
                   const std::function<bool(const Entry&)>& goes) {
    const std::vector<Entry>& entries = table.entries;
    std::size_t kept = entries.size();
    while (kept > 0 && goes(entries[kept - 1])) --kept;
    if (kept == 0) {
        edit.changes.push_back({file, table.range, "{}"});
        return;
    }
    if (kept < entries.size()) remove(edit, file, {entries[kept - 1].range.end, entries.back().range.end});
    for (std::size_t i = 0; i < kept; ++i)
        if (goes(entries[i])) remove(edit, file, {entries[i].range.begin, entries[i + 1].range.begin});
}

/// Takes an element out of an array, with its comma, and with its line where it has one of its own.
void removeElement(Edit& edit, const std::string& file, std::string_view text, const Value& array,
                   std::size_t index) {
    const auto isBlank = [&](std::size_t begin, std::size_t end) {
        return text.substr(begin, end - begin).find_first_not_of(" \t\r") == std::string_view::npos;
    };
    const ByteRange element = array.elements[index].range;
    const bool last = index + 1 == array.elements.size();
    const auto comma = commaBehind(text, element.end);
    ByteRange range{element.begin, comma ? *comma + 1 : element.end};
    const std::size_t lineEnd = text.find('\n', range.end);
    const std::size_t content = std::min(text.find_first_not_of(" \t\r", range.end), text.size());
    const bool endsLine = lineEnd < array.range.end && (content >= lineEnd || text[content] == '#');
    const auto indent = indentBefore(text, element.begin);
    const bool ownLine = indent && endsLine && element.begin - indent->size() > array.range.begin;
    if (ownLine)
        range = {element.begin - indent->size(), lineEnd + 1};
    else if (!last)
        range.end = std::min(text.find_first_not_of(" \t", range.end), text.size());

    const auto commaBefore =
        last && index > 0 ? commaBehind(text, array.elements[index - 1].range.end) : std::nullopt;
    if (commaBefore && !ownLine && isBlank(*commaBefore + 1, element.begin))
        range.begin = comma ? *commaBefore + 1 : *commaBefore;
    else if (commaBefore && !comma)
        remove(edit, file, {*commaBefore, *commaBefore + 1});
    remove(edit, file, range);
}

void removeHeader(Edit& edit, const std::string& file, const Document& document, std::size_t index) {
    const std::string_view text = document.text();
    const std::size_t end =
        std::min(text.find('\n', document.tree().sections[index].headerRange.end), text.size() - 1) + 1;
    const bool hasComment = text.substr(document.tree().sections[index].headerRange.end, end).find('#') <
                            end - document.tree().sections[index].headerRange.end;
    ByteRange range = wholeSection(document, index);
    if (!hasComment) remove(edit, file, {range.begin, end});
}

/// Takes out what the node at `path` is written as: an entry's line, or part of an inline table or array. A table
/// that loses its only entry goes with it, when nothing else needs its header.
void removeValue(Edit& edit, const std::string& file, const Document& document, const Path& path,
                 const Node& node) {
    if (node.entry != nullptr) {
        remove(edit, file, node.entry->line);
        const Section& section = document.tree().sections[node.entrySection];
        const bool leftEmpty = section.header == Section::Header::Table && section.entries.size() == 1;
        if (leftEmpty && sectionsBelow(document, document.sectionPaths()[node.entrySection]).size() == 1)
            removeHeader(edit, file, document, node.entrySection);
        return;
    }
    for (std::size_t length = path.size() - 1; length > 0; --length) {
        const Node* parent =
            document.find({path.begin(), path.begin() + static_cast<std::ptrdiff_t>(length)});
        if (parent == nullptr || parent->value == nullptr) continue;
        if (parent->kind == Node::Kind::Array)
            return removeElement(edit, file, document.text(), *parent->value,
                                 std::get<std::size_t>(path[length]));
        return removeEntries(edit, file, *parent->value,
                             [&](const Entry& entry) { return &entry.value == node.value; });
    }
}

/// Takes out a table that dotted keys inside an inline table write; false when `path` is none.
bool removeDotted(Edit& edit, const std::string& file, const Document& document, const Path& path) {
    for (std::size_t length = path.size() - 1; length > 0; --length) {
        const Node* parent =
            document.find({path.begin(), path.begin() + static_cast<std::ptrdiff_t>(length)});
        if (parent == nullptr || parent->value == nullptr) continue;
        removeEntries(edit, file, *parent->value, [&](const Entry& entry) {
            if (entry.key.size() <= path.size() - length) return false;
            for (std::size_t i = length; i < path.size(); ++i)
                if (path[i] != Step(entry.key[i - length].name)) return false;
            return true;
        });
        return true;
    }
    return false;
}

}

namespace planned {

Result<Edit> set(const std::string& file, const Document& document, const Path& path, std::string_view value,
                 std::span<const std::string> order) {
    const Value wanted = readValue(value);
    if (wanted.kind == Kind::Missing)
        return failure({MESSAGE("toml", "'%1' is no TOML value; text needs quotes"), std::string(value)});
    const Node* node = document.find(path);
    if (node != nullptr && node->value == nullptr)
        return failure({MESSAGE("toml", "'%1' is a table; set the keys inside it"), toText(path)});
    if (node == nullptr) return place(file, document, path, value, order);
    if (sameMeaning(*node->value, wanted)) return Edit{};
    const std::string text = dressed(*node->value, wanted, value, lineEndOf(document.text()));
    if (text.empty()) return Edit{};
    const bool afterEquals = node->value->kind == Kind::Missing && node->value->range.begin > 0 &&
                             document.text()[node->value->range.begin - 1] == '=';
    return Edit{{{file, node->value->range, (afterEquals ? " " : "") + text}}};
}

Result<Edit> unset(const std::string& file, const Document& document, const Path& path) {
    const Node* node = document.find(path);
    if (node == nullptr) return Edit{};
    Edit edit;
    if (node->value != nullptr) {
        removeValue(edit, file, document, path, *node);
    } else if (!removeDotted(edit, file, document, path)) {
        for (const std::size_t index : sectionsBelow(document, path))
            remove(edit, file, wholeSection(document, index));
        for (const Section& section : document.tree().sections)
            for (const Entry& entry : section.entries)
                if (writesInto(document, section, entry, path)) remove(edit, file, entry.line);
    }
    return edit;
}

Result<Edit> rename(const std::string& file, const Document& document, const Path& path,
                    std::string_view name) {
    Edit edit;
    if (path.back() == Step(std::string(name))) return edit;
    Path renamed(path.begin(), path.end() - 1);
    renamed.emplace_back(std::string(name));
    if (document.find(renamed) != nullptr)
        return failure({MESSAGE("toml", "'%1' is there already"), toText(renamed)});
    for (const ByteRange range : keyRanges(document, path))
        edit.changes.push_back({file, range, keyText(name)});
    return edit;
}

}

bool staysValid(const Document& before, const std::string& file, const Edit& edit) {
    return !before.valid() || Document(applied(before.text(), file, edit)).valid();
}

Result<Edit> set(const std::string& file, const Document& document, const Path& path, std::string_view value,
                 std::span<const std::string> order) {
    auto edit = planned::set(file, document, path, value, order);
    if (!edit || replacesScalar(document, path, *edit)) return edit;
    const Value wanted = readValue(value);
    return checked(document, file, *std::move(edit), path, &wanted);
}

Result<Edit> unset(const std::string& file, const Document& document, const Path& path) {
    auto edit = planned::unset(file, document, path);
    return edit ? checked(document, file, *std::move(edit), path, nullptr) : edit;
}

Result<Edit> rename(const std::string& file, const Document& document, const Path& path,
                    std::string_view name) {
    auto edit = planned::rename(file, document, path, name);
    if (edit && !staysValid(document, file, *edit)) return wouldBreak(path);
    return edit;
}

bool isValue(std::string_view text) {
    return isPlainlyValue(text) || readValue(text).kind != Kind::Missing;
}

}
