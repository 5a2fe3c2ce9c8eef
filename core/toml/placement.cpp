#include "core/toml/placement.h"

#include <algorithm>
#include <optional>
#include <ranges>
#include <span>

namespace arabesque::toml {

namespace {

bool startsWith(const Path& path, const Path& prefix) {
    return path.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
}

std::size_t behindLine(std::string_view text, std::size_t offset) {
    return std::min(text.find('\n', offset), text.size() - 1) + 1;
}

/// Number of the section that writes the table at `path`; its header or the root.
std::optional<std::size_t> sectionOf(const Document& document, const Path& path) {
    if (path.empty()) return 0;
    const std::vector<Path>& paths = document.sectionPaths();
    const auto found = std::ranges::find(paths.begin() + 1, paths.end(), path);
    if (found == paths.end()) return std::nullopt;
    return static_cast<std::size_t>(found - paths.begin());
}

std::string dotted(std::span<const Step> steps) {
    return toText({steps.begin(), steps.end()});
}

bool hasIndex(std::span<const Step> steps) {
    return std::ranges::any_of(steps,
                               [](const Step& step) { return std::holds_alternative<std::size_t>(step); });
}

/// How the entries of a section are written: what stands before the key and around '='.
struct Habit {
    std::string indent;
    std::string equals = " = ";
};

Habit habitOf(std::string_view text, const Section& section) {
    Habit habit;
    if (section.entries.empty()) return habit;
    const Entry& last = section.entries.back();
    habit.indent = text.substr(last.line.begin, last.range.begin - last.line.begin);
    if (habit.indent.starts_with("\xEF\xBB\xBF")) habit.indent.erase(0, 3);
    const std::size_t keyEnd = last.key.back().range.end;
    const std::string_view between = text.substr(keyEnd, last.value.range.begin - keyEnd);
    const bool aligned = between.size() > 3;   // columns lined up by hand: their width fits that key only
    if (last.value.kind != Kind::Missing && !aligned && between.contains('=')) habit.equals = between;
    return habit;
}

/// One more line behind `offset`; a last line without line end gets one first.
Change lineAt(const std::string& file, std::string_view text, std::size_t offset, const std::string& lines) {
    const bool first = offset == 0 || (offset == 3 && text.starts_with("\xEF\xBB\xBF"));
    const bool open = !first && text[offset - 1] != '\n';
    return {file, {offset, offset}, (open ? std::string(lineEndOf(text)) : "") + lines};
}

Edit entryIn(const std::string& file, const Document& document, std::size_t sectionIndex, std::size_t offset,
             const std::string& key, std::string_view value) {
    const std::string_view text = document.text();
    const Habit habit = habitOf(text, document.tree().sections[sectionIndex]);
    std::string line = habit.indent + key + habit.equals + std::string(value) + std::string(lineEndOf(text));
    const bool firstOfFile = sectionIndex == 0 && document.tree().sections[0].entries.empty();
    if (firstOfFile && offset < text.size() && text[offset] != '\n' && text[offset] != '\r')
        line += lineEndOf(text);
    return {{lineAt(file, text, offset, line)}};
}

/// Offset behind the last entry of a section whose name stands before `name` in `order`; behind all entries where
/// the file has an order of its own.
std::size_t placeAmong(const Document& document, const Section& section, std::string_view name,
                       std::span<const std::string> order) {
    const auto rank = [&](std::string_view key) { return std::ranges::find(order, key) - order.begin(); };
    const std::ptrdiff_t own = rank(name);
    const std::size_t end = endOfContent(document, section);
    if (section.entries.empty() || own == std::ssize(order)) return end;
    std::size_t offset = 0;
    std::ptrdiff_t highest = -1;
    for (const Entry& entry : section.entries) {
        const std::ptrdiff_t at = rank(entry.key.front().name);
        if (at < highest) return end;
        highest = at;
        if (at < own) offset = entry.line.end;
    }
    if (offset != 0) return offset;
    const ByteRange first = section.entries.front().line;
    const bool commented = section.header == Section::Header::Root ||
                           first.begin != behindLine(document.text(), section.headerRange.end);
    return commented ? end : first.begin;
}

/// Behind the last entry with a dotted key into the table at `path`, in the same style.
std::optional<Edit> dottedNeighbour(const std::string& file, const Document& document, const Path& path,
                                    std::string_view value) {
    const Path table(path.begin(), path.end() - 1);
    const std::vector<Section>& sections = document.tree().sections;
    for (std::size_t i = sections.size(); i-- > 0;) {
        for (std::size_t e = sections[i].entries.size(); e-- > 0;) {
            const Entry& entry = sections[i].entries[e];
            if (!writesInto(document, sections[i], entry, table)) continue;
            const auto own = std::span(path).subspan(document.sectionPaths()[i].size());
            if (hasIndex(own)) return std::nullopt;
            return entryIn(file, document, i, entry.line.end, dotted(own), value);
        }
    }
    return std::nullopt;
}

Edit intoInlineTable(const std::string& file, const Value& table, const std::string& key,
                     std::string_view value) {
    const std::string entry = key + " = " + std::string(value);
    if (table.entries.empty()) return {{{file, table.range, "{ " + entry + " }"}}};
    const std::size_t end = table.entries.back().range.end;
    return {{{file, {end, end}, ", " + entry}}};
}

constexpr std::size_t longestLine = 120;

/// The [table] that an inline table on a line of its own becomes, with one more entry; nothing while its line holds
/// that, or where no [table] can stand.
std::optional<Edit> outgrown(const std::string& file, const Document& document, const Path& path,
                             const Node& node, const std::string& key, std::string_view value) {
    if (node.entry == nullptr || node.value->kind != Kind::InlineTable) return std::nullopt;
    const std::string_view text = document.text();
    const ByteRange line = node.entry->line;
    const bool fits = line.size() + key.size() + value.size() + 5 <= longestLine && !value.contains('\n');
    if (fits) return std::nullopt;
    const Section& section = document.tree().sections[node.entrySection];
    const std::string end(lineEndOf(text));
    std::string name;
    for (const Step& step : path)
        if (const auto* part = std::get_if<std::string>(&step))
            name += (name.empty() ? "" : ".") + keyText(*part);
    const ByteRange inside = node.value->range;
    std::string_view comment = text.substr(inside.end, line.end - inside.end);
    comment = comment.substr(0, comment.find_last_not_of(" \t\r\n") + 1);
    std::string table = end + "[" + name + "]" + std::string(comment) + end;
    for (const Entry& entry : node.value->entries)
        table += std::string(text.substr(entry.range.begin, entry.range.size())) + end;
    table += key + " = " + std::string(value) + end;
    return Edit{{{file, line, ""}, lineAt(file, text, endOfContent(document, section), table)}};
}

/// One more line behind the last element, which stands on a line of its own; comments stay where they are.
std::optional<Edit> elementOnItsLine(const std::string& file, std::string_view text, const Value& array,
                                     std::string_view value) {
    const std::size_t last = array.elements.back().range.end;
    const auto indent = indentBefore(text, array.elements.back().range.begin);
    const auto comma = commaBehind(text, last);
    std::size_t lineEnd = text.find('\n', comma.value_or(last));
    if (!indent || lineEnd == std::string_view::npos || lineEnd >= array.range.end) return std::nullopt;
    if (text[lineEnd - 1] == '\r') --lineEnd;
    const std::string line = std::string(lineEndOf(text)) + std::string(*indent) + std::string(value);
    if (comma) return Edit{{{file, {lineEnd, lineEnd}, line + ','}}};
    return Edit{{{file, {last, last}, ","}, {file, {lineEnd, lineEnd}, line}}};
}

Edit intoArray(const std::string& file, std::string_view text, const Value& array, std::string_view value) {
    if (array.elements.empty()) {
        const std::size_t closing = array.range.end - 1;
        const bool blank =
            text.substr(array.range.begin + 1, array.range.size() - 2).find_first_not_of(" \t\r\n") ==
            std::string_view::npos;
        if (!blank) return {{{file, {closing, closing}, std::string(value)}}};
        return {{{file, array.range, "[" + std::string(value) + "]"}}};
    }
    if (auto edit = elementOnItsLine(file, text, array, value)) return *std::move(edit);
    const std::size_t end = array.elements.back().range.end;
    return {{{file, {end, end}, ", " + std::string(value)}}};
}

/// Behind the section that shares most of its path with the new one; without any at the end of the text.
std::size_t placeForHeader(const Document& document, const Path& table) {
    const std::vector<Path>& paths = document.sectionPaths();
    std::size_t best = 0;
    std::size_t shared = 0;
    for (std::size_t i = 1; i < paths.size(); ++i) {
        const auto same =
            static_cast<std::size_t>(std::ranges::mismatch(paths[i], table).in1 - paths[i].begin());
        if (same > 0 && same >= shared) best = i, shared = same;
    }
    return best == 0 ? document.text().size() : endOfContent(document, document.tree().sections[best]);
}

Edit underNewHeader(const std::string& file, const Document& document, const Path& table, bool element,
                    const std::string& key, std::string_view value) {
    const std::string_view text = document.text();
    const std::string end(lineEndOf(text));
    std::string header;
    for (const Step& step : table)
        if (const auto* name = std::get_if<std::string>(&step))
            header += (header.empty() ? "" : ".") + keyText(*name);
    header = element ? "[[" + header + "]]" : "[" + header + "]";
    const std::size_t offset = placeForHeader(document, table);
    const bool first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string_view::npos;
    const std::string lines = (first ? "" : end) + header + end + key + " = " + std::string(value) + end;
    return {{lineAt(file, text, offset, lines)}};
}

/// The longest part of `path` that is there.
std::size_t knownLength(const Document& document, const Path& path) {
    std::size_t length = path.size() - 1;
    while (length > 0 &&
           document.find({path.begin(), path.begin() + static_cast<std::ptrdiff_t>(length)}) == nullptr)
        --length;
    return length;
}

std::unexpected<Error> noElement(const Path& path) {
    return failure(
        {MESSAGE("toml", "'%1' has no such element; elements are added one behind the other"), toText(path)});
}

/// `path` inside a value that is written in place: an inline table or an array.
Result<Edit> intoValue(const std::string& file, const Document& document, const Path& path, std::size_t known,
                       const Node& node, std::string_view value) {
    const auto rest = std::span(path).subspan(known);
    if (node.kind == Node::Kind::Scalar)
        return failure({MESSAGE("toml", "'%1' is a value, so nothing can be set inside it"),
                        toText({path.begin(), path.begin() + static_cast<std::ptrdiff_t>(known)})});
    if (node.kind == Node::Kind::Array) {
        const auto* index = std::get_if<std::size_t>(&rest[0]);
        if (index == nullptr || *index != node.elements.size() || hasIndex(rest.subspan(1)))
            return noElement(path);
        const std::string element = rest.size() == 1
                                        ? std::string(value)
                                        : "{ " + dotted(rest.subspan(1)) + " = " + std::string(value) + " }";
        return intoArray(file, document.text(), *node.value, element);
    }
    if (hasIndex(rest)) return noElement(path);
    const Path table(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(known));
    if (auto edit = outgrown(file, document, table, node, dotted(rest), value)) return *std::move(edit);
    return intoInlineTable(file, *node.value, dotted(rest), value);
}

}

std::string_view lineEndOf(std::string_view text) {
    const std::size_t end = text.find('\n');
    return end != std::string_view::npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

std::optional<std::size_t> commaBehind(std::string_view text, std::size_t end) {
    while (end < text.size() && std::string_view(" \t\r\n#").contains(text[end]))
        end = text[end] == '#' ? std::min(text.find('\n', end), text.size()) : end + 1;
    return end < text.size() && text[end] == ',' ? std::optional(end) : std::nullopt;
}

std::optional<std::string_view> indentBefore(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const std::string_view indent = before.substr(before.find_last_of('\n') + 1);
    return indent.find_first_not_of(" \t") == std::string_view::npos ? std::optional(indent) : std::nullopt;
}

std::size_t endOfContent(const Document& document, const Section& section) {
    if (!section.entries.empty()) return section.entries.back().line.end;
    if (section.header != Section::Header::Root) return behindLine(document.text(), section.headerRange.end);
    return document.text().starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

bool writesInto(const Document& document, const Section& section, const Entry& entry, const Path& path) {
    const auto index = static_cast<std::size_t>(&section - document.tree().sections.data());
    Path at = document.sectionPaths()[index];
    if (startsWith(at, path) && at.size() >= path.size()) return false;
    for (const KeyPart& part : entry.key | std::views::take(entry.key.size() - 1)) at.emplace_back(part.name);
    return startsWith(at, path);
}

Result<Edit> place(const std::string& file, const Document& document, const Path& path,
                   std::string_view value, std::span<const std::string> order) {
    const std::size_t known = knownLength(document, path);
    const auto nodeAt = [&](std::size_t length) {
        return document.find({path.begin(), path.begin() + static_cast<std::ptrdiff_t>(length)});
    };
    for (std::size_t length = known; length > 0; --length)
        if (const Node* written = nodeAt(length); written->value != nullptr)
            return intoValue(file, document, path, length, *written, value);
    const Node& node = *nodeAt(known);

    if (node.kind == Node::Kind::Array && std::holds_alternative<std::string>(path[known])) {
        const std::string array = toText({path.begin(), path.begin() + static_cast<std::ptrdiff_t>(known)});
        return failure({MESSAGE("toml", "'%1' is a list of tables; name one of them, like %1[0]"), array});
    }
    const auto* name = std::get_if<std::string>(&path.back());
    if (name == nullptr) return noElement(path);
    const Path table(path.begin(), path.end() - 1);
    const std::string key = keyText(*name);
    if (const auto section = sectionOf(document, table)) {
        const std::size_t offset = placeAmong(document, document.tree().sections[*section], *name, order);
        return entryIn(file, document, *section, offset, key, value);
    }
    if (auto edit = dottedNeighbour(file, document, path, value)) return *std::move(edit);

    // steps behind the known part: an index may only stand last in the table's path, and be the next one
    for (std::size_t i = known; i < table.size(); ++i) {
        const auto* index = std::get_if<std::size_t>(&table[i]);
        if (index == nullptr) continue;
        const std::size_t next = i == known ? node.elements.size() : 0;
        if (i + 1 != table.size() || *index != next || (i == known && node.kind != Node::Kind::Array))
            return noElement(path);
    }
    const bool element = !table.empty() && std::holds_alternative<std::size_t>(table.back());
    return underNewHeader(file, document, table, element, key, value);
}

std::vector<ByteRange> keyRanges(const Document& document, const Path& path) {
    std::vector<ByteRange> ranges;
    const std::vector<Section>& sections = document.tree().sections;
    const auto walk = [&](auto& self, Path at, const std::vector<KeyPart>& key, const Value& value) -> void {
        for (const KeyPart& part : key) {
            at.emplace_back(part.name);
            if (at == path) ranges.push_back(part.range);
        }
        for (const Entry& entry : value.entries) self(self, at, entry.key, entry.value);
        for (std::size_t i = 0; i < value.elements.size(); ++i) {
            Path element = at;
            element.emplace_back(i);
            self(self, std::move(element), {}, value.elements[i]);
        }
    };
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const Path& table = document.sectionPaths()[i];
        std::size_t part = 0;
        for (std::size_t step = 0; step < table.size(); ++step) {
            if (!std::holds_alternative<std::string>(table[step])) continue;
            const bool wanted = step + 1 == path.size() && startsWith(table, path);
            if (wanted) ranges.push_back(sections[i].key[part].range);
            ++part;
        }
        for (const Entry& entry : sections[i].entries) walk(walk, table, entry.key, entry.value);
    }
    return ranges;
}

}
