#include "core/toml/elements.h"

#include "core/toml/placement.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque::toml {

namespace {

std::unexpected<Error> noElement(const Path& array, std::size_t index) {
    return failure({MESSAGE("toml", "'%1' has no element %2"), toText(array), std::to_string(index)});
}

std::unexpected<Error> scattered(const Path& array) {
    return failure(
        {MESSAGE("toml", "Elements of '%1' are written in several places; change their order in the text"),
         toText(array)});
}

Result<Edit> accepted(const std::string& file, const Document& document, const Path& array, Edit edit) {
    if (staysValid(document, file, edit)) return edit;
    return failure(
        {MESSAGE("toml", "'%1' cannot be changed like this; change it in the text"), toText(array)});
}

std::size_t lineBegin(std::string_view text, std::size_t offset) {
    return text.substr(0, offset).find_last_of('\n') + 1;
}

/// Where the comment right above the line at `begin` starts; `begin` without one.
std::size_t withCommentAbove(std::string_view text, std::size_t begin) {
    while (begin > 0) {
        const std::size_t above = lineBegin(text, begin - 1);
        const std::size_t content = text.find_first_not_of(" \t", above);
        if (content == std::string_view::npos || text[content] != '#') break;
        begin = above;
    }
    return begin;
}

/// The lines of the [[table]] at `path` with the tables inside it, without the last line end; empty where other
/// tables stand in between.
ByteRange extentOf(const Document& document, const Path& path, const Node& node) {
    const std::vector<Section>& sections = document.tree().sections;
    const auto first = static_cast<std::size_t>(node.section - sections.data());
    const auto isInside = [&](std::size_t index) {
        const Path& at = document.sectionPaths()[index];
        return at.size() >= path.size() && std::equal(path.begin(), path.end(), at.begin());
    };
    std::size_t last = first;
    while (last + 1 < sections.size() && isInside(last + 1)) ++last;
    for (std::size_t i = last + 1; i < sections.size(); ++i)
        if (isInside(i)) return {};
    const std::string_view text = document.text();
    ByteRange range{withCommentAbove(text, sections[first].range.begin),
                    endOfContent(document, sections[last])};
    if (range.end > range.begin && text[range.end - 1] == '\n') --range.end;
    if (range.end > range.begin && text[range.end - 1] == '\r') --range.end;
    return range;
}

/// What each element is written as, in order; empty where one is scattered.
std::vector<ByteRange> extents(const Document& document, const Path& array, const Node& node) {
    std::vector<ByteRange> ranges;
    for (std::size_t i = 0; i < node.elements.size(); ++i) {
        Path path = array;
        path.emplace_back(i);
        ranges.push_back(node.value != nullptr ? node.value->elements[i].range
                                               : extentOf(document, path, node.elements[i]));
        if (ranges.back().empty() || (i > 0 && ranges[i].begin < ranges[i - 1].end)) return {};
    }
    return ranges;
}

std::string_view textIn(const Document& document, ByteRange range) {
    return document.text().substr(range.begin, range.size());
}

/// "[[a.b]]" and one line for each entry of the inline table `value`.
std::string recordText(const Path& array, const Value& value, std::string_view source,
                       std::string_view lineEnd) {
    std::string name;
    for (const Step& step : array)
        if (const auto* part = std::get_if<std::string>(&step))
            name += (name.empty() ? "" : ".") + keyText(*part);
    std::string text = "[[" + name + "]]";
    for (const Entry& entry : value.entries) {
        const std::size_t keyEnd = entry.key.back().range.end;
        ((text += lineEnd) += source.substr(entry.range.begin, keyEnd - entry.range.begin)) += " = ";
        text += source.substr(entry.value.range.begin, entry.value.range.size());
    }
    return text;
}

/// `text` as one more element behind the lines in `range`, set off like the others.
Edit behind(const std::string& file, const Document& document, ByteRange range, std::string text) {
    const std::string_view all = document.text();
    const std::string end(lineEndOf(all));
    const bool blankAbove = range.begin >= 2 && all.substr(0, range.begin).ends_with("\n" + end);
    const bool blankBelow = all.substr(range.end).starts_with(end + end);
    text.insert(0, blankAbove || blankBelow ? end + end : end);
    return {{{file, {range.end, range.end}, std::move(text)}}};
}

/// In front of the element in `range`, inside brackets.
Edit inFront(const std::string& file, std::string_view text, ByteRange range, std::string_view value) {
    if (const auto indent = indentBefore(text, range.begin); indent && range.begin > indent->size())
        return {{{file,
                  {range.begin, range.begin},
                  std::string(value) + ',' + std::string(lineEndOf(text)) + std::string(*indent)}}};
    return {{{file, {range.begin, range.begin}, std::string(value) + ", "}}};
}

}

Result<Edit> insertElement(const std::string& file, const Document& document, const Path& array,
                           std::size_t index, std::string_view value) {
    const Node* node = document.find(array);
    if (node == nullptr || node->kind != Node::Kind::Array || index > node->elements.size())
        return noElement(array, index);
    if (!isValue(value))
        return failure({MESSAGE("toml", "'%1' is no TOML value; text needs quotes"), std::string(value)});
    if (node->value != nullptr) {
        if (index == node->elements.size()) {
            Path path = array;
            path.emplace_back(index);
            return set(file, document, path, value);
        }
        return accepted(file, document, array,
                        inFront(file, document.text(), node->value->elements[index].range, value));
    }
    const Document alone("v=" + std::string(value));
    const Value& table = alone.tree().sections[0].entries[0].value;
    if (table.kind != Kind::InlineTable)
        return failure(
            {MESSAGE("toml", "'%1' holds tables; '%2' is none"), toText(array), std::string(value)});
    const std::vector<ByteRange> ranges = extents(document, array, *node);
    if (ranges.empty()) return scattered(array);
    const std::string record = recordText(array, table, alone.text(), lineEndOf(document.text()));
    if (index == ranges.size())
        return accepted(file, document, array, behind(file, document, ranges.back(), record));
    const std::string end(lineEndOf(document.text()));
    return accepted(file, document, array,
                    Edit{{{file, {ranges[index].begin, ranges[index].begin}, record + end + end}}});
}

Result<Edit> duplicateElement(const std::string& file, const Document& document, const Path& array,
                              std::size_t index) {
    const Node* node = document.find(array);
    if (node == nullptr || node->kind != Node::Kind::Array || index >= node->elements.size())
        return noElement(array, index);
    const std::vector<ByteRange> ranges = extents(document, array, *node);
    if (ranges.empty()) return scattered(array);
    const std::string_view copy = textIn(document, ranges[index]);
    Edit edit = node->value != nullptr ? inFront(file, document.text(), ranges[index], copy)
                                       : behind(file, document, ranges[index], std::string(copy));
    return accepted(file, document, array, std::move(edit));
}

Result<Edit> moveElement(const std::string& file, const Document& document, const Path& array,
                         std::size_t from, std::size_t to) {
    const Node* node = document.find(array);
    if (node == nullptr || node->kind != Node::Kind::Array || std::max(from, to) >= node->elements.size())
        return noElement(array, std::max(from, to));
    const std::vector<ByteRange> places = extents(document, array, *node);
    if (places.empty()) return scattered(array);
    std::vector<ByteRange> order = places;
    const auto first = order.begin() + static_cast<std::ptrdiff_t>(std::min(from, to));
    const auto last = order.begin() + static_cast<std::ptrdiff_t>(std::max(from, to)) + 1;
    if (from < to)
        std::rotate(first, first + 1, last);
    else
        std::rotate(first, last - 1, last);
    Edit edit;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (textIn(document, order[i]) != textIn(document, places[i]))
            edit.changes.push_back({file, places[i], std::string(textIn(document, order[i]))});
    return accepted(file, document, array, std::move(edit));
}

}
