#include "core/toml/rewrite.h"

#include "core/toml/judge.h"
#include "core/toml/placement.h"

#include <algorithm>
#include <optional>

namespace arabesque::toml {

namespace {

/// The value alone in `text`, read the way a document reads it; Missing when it is none.
Value readValue(std::string_view text) {
    const std::string line = "v=" + std::string(text);
    const SyntaxTree tree = parse(line);
    const std::vector<Entry>& entries = tree.sections[0].entries;
    if (!tree.errors.empty() || tree.sections.size() != 1 || entries.size() != 1 || entries[0].key.size() != 1) return {};
    if (entries[0].value.range != ByteRange{2, line.size()} || judge(line)) return {};
    return entries[0].value;
}

bool isMultiLine(Style style) {
    return style == Style::MultiLineBasic || style == Style::MultiLineLiteral;
}

/// `value` in the clothes of the string it replaces.
std::string dressed(const Value& old, const Value& value, std::string_view text) {
    if (old.kind != Kind::String || value.kind != Kind::String) return std::string(text);
    if (old.text == value.text) return {};
    const bool unfolds = value.text.contains('\n') && !isMultiLine(old.style);
    return unfolds ? std::string(text) : quoted(value.text, old.style);
}

bool sameMeaning(const Value& a, const Value& b) {
    return a.kind == b.kind && a.text == b.text;
}

std::unexpected<Error> wouldBreak(const Path& path) {
    return failure({MESSAGE("toml", "'%1' cannot be written here: the text around it is not complete; mend that first"),
                    toText(path)});
}

/// An edit counts only when the text after it still parses, as far as it did before.
Result<Edit> checked(const Document& before, const std::string& file, Edit edit, const Path& path, const Value* wanted) {
    if (edit.empty()) return edit;
    const Document after(applied(before.text(), file, edit));
    if (before.valid() && !after.valid()) return wouldBreak(path);
    const Node* node = after.find(path);
    const bool there = wanted != nullptr ? node != nullptr && node->value != nullptr && node->value->kind == wanted->kind &&
                                               (wanted->kind != Kind::String || node->value->text == wanted->text)
                                         : node == nullptr;
    return there ? Result<Edit>(std::move(edit)) : wouldBreak(path);
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
        const bool blankAbove = text.substr(begin, range.begin - begin).find_first_not_of(" \t\r\n") == std::string_view::npos;
        if (blankAbove) range.begin = begin;
    }
    return range;
}

/// The entry or inline entry or array element that writes `node`, with the comma that goes with it.
ByteRange withComma(std::string_view text, ByteRange item, bool last) {
    std::size_t end = std::min(text.find_first_not_of(" \t\r\n", item.end), text.size());
    if (end < text.size() && text[end] == ',') {
        end = std::min(text.find_first_not_of(" \t", end + 1), text.size());
        return {item.begin, end};
    }
    if (!last) return item;
    const std::size_t before = text.find_last_not_of(" \t\r\n", item.begin - 1);
    return before != std::string_view::npos && text[before] == ',' ? ByteRange{before, item.end} : item;
}

ByteRange inlineRange(const Document& document, const Value& parent, const Value* value) {
    for (const Entry& entry : parent.entries)
        if (&entry.value == value) return withComma(document.text(), entry.range, &entry == &parent.entries.back());
    for (const Value& element : parent.elements)
        if (&element == value) return withComma(document.text(), element.range, &element == &parent.elements.back());
    return {};
}

/// The range to delete for a node that is written as a value.
std::optional<ByteRange> valueRange(const Document& document, const Path& path, const Node& node) {
    for (const Section& section : document.tree().sections)
        for (const Entry& entry : section.entries)
            if (&entry.value == node.value) return entry.line;
    for (std::size_t length = path.size() - 1; length > 0; --length) {
        const Node* parent = document.find({path.begin(), path.begin() + static_cast<std::ptrdiff_t>(length)});
        if (parent == nullptr || parent->value == nullptr) continue;
        if (const ByteRange range = inlineRange(document, *parent->value, node.value); !range.empty()) return range;
    }
    return std::nullopt;
}

/// The header of the table that loses its only entry, when nothing else needs it.
std::optional<std::size_t> sectionLeftEmpty(const Document& document, const Value* value) {
    const std::vector<Section>& sections = document.tree().sections;
    for (std::size_t i = 1; i < sections.size(); ++i)
        if (sections[i].header == Section::Header::Table && sections[i].entries.size() == 1 &&
            &sections[i].entries[0].value == value)
            return i;
    return std::nullopt;
}

void remove(Edit& edit, const std::string& file, ByteRange range) {
    edit.changes.push_back({file, range, ""});
}

void removeHeader(Edit& edit, const std::string& file, const Document& document, std::size_t index) {
    const std::string_view text = document.text();
    const std::size_t end = std::min(text.find('\n', document.tree().sections[index].headerRange.end), text.size() - 1) + 1;
    const bool hasComment = text.substr(document.tree().sections[index].headerRange.end, end).find('#') <
                            end - document.tree().sections[index].headerRange.end;
    ByteRange range = wholeSection(document, index);
    if (!hasComment) remove(edit, file, {range.begin, end});
}

}

Result<Edit> set(const std::string& file, const Document& document, const Path& path, std::string_view value) {
    const Value wanted = readValue(value);
    if (wanted.kind == Kind::Missing)
        return failure({MESSAGE("toml", "'%1' is no TOML value; text needs quotes"), std::string(value)});
    const Node* node = document.find(path);
    if (node != nullptr && node->value == nullptr)
        return failure({MESSAGE("toml", "'%1' is a table; set the keys inside it"), toText(path)});
    if (node == nullptr) {
        Result<Edit> edit = place(file, document, path, value);
        return edit ? checked(document, file, *std::move(edit), path, &wanted) : edit;
    }
    if (sameMeaning(*node->value, wanted)) return Edit{};
    const std::string text = dressed(*node->value, wanted, value);
    if (text.empty()) return Edit{};
    const bool afterEquals = node->value->kind == Kind::Missing && node->value->range.begin > 0 &&
                             document.text()[node->value->range.begin - 1] == '=';
    return checked(document, file, {{{file, node->value->range, (afterEquals ? " " : "") + text}}}, path, &wanted);
}

Result<Edit> unset(const std::string& file, const Document& document, const Path& path) {
    const Node* node = document.find(path);
    if (node == nullptr) return Edit{};
    Edit edit;
    if (node->value != nullptr) {
        const std::optional<ByteRange> range = valueRange(document, path, *node);
        if (!range) return wouldBreak(path);
        remove(edit, file, *range);
        const Path table(path.begin(), path.end() - 1);
        if (const auto empty = sectionLeftEmpty(document, node->value); empty && sectionsBelow(document, table).size() == 1)
            removeHeader(edit, file, document, *empty);
    } else {
        for (const std::size_t index : sectionsBelow(document, path)) remove(edit, file, wholeSection(document, index));
        for (const Section& section : document.tree().sections)
            for (const Entry& entry : section.entries)
                if (const Node* below = document.find(path); below != nullptr && writesInto(document, section, entry, path))
                    remove(edit, file, entry.line);
    }
    const bool element = std::holds_alternative<std::size_t>(path.back());
    return element ? Result<Edit>(std::move(edit)) : checked(document, file, std::move(edit), path, nullptr);
}

Result<Edit> rename(const std::string& file, const Document& document, const Path& path, std::string_view name) {
    Edit edit;
    for (const ByteRange range : keyRanges(document, path)) edit.changes.push_back({file, range, keyText(name)});
    if (edit.empty()) return edit;
    Path renamed(path.begin(), path.end() - 1);
    renamed.emplace_back(std::string(name));
    if (document.find(renamed) != nullptr)
        return failure({MESSAGE("toml", "'%1' is there already"), toText(renamed)});
    const Document after(applied(document.text(), file, edit));
    return document.valid() && !after.valid() ? wouldBreak(path) : Result<Edit>(std::move(edit));
}

bool isValue(std::string_view text) {
    return readValue(text).kind != Kind::Missing;
}

}
