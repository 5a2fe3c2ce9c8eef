#include "core/toml/document.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace arabesque::toml {

namespace {

constexpr std::size_t manyMembers = 16;   // up to here looking through is faster than hashing

/// Where `name` is among the members; NameIndex::none when it is no member.
std::size_t indexOf(const Node& table, std::string_view name) {
    if (table.index != nullptr)
        return table.index->find(name,
                                 [&](std::size_t i) -> std::string_view { return table.members[i].name; });
    const auto found = std::ranges::find(table.members, name, &Member::name);
    return found == table.members.end() ? NameIndex::none
                                        : static_cast<std::size_t>(found - table.members.begin());
}

/// Makes room for `count` more members at once.
void expect(Node& table, std::size_t count) {
    if (count > manyMembers && table.members.empty()) table.members.reserve(count);
}

void addToIndex(Node& table) {
    if (table.index == nullptr) {
        table.index = std::make_unique<NameIndex>();
        table.index->reserve(table.members.capacity());
    }
    while (table.index->size() < table.members.size())
        table.index->add(table.members[table.index->size()].name);
}

/// Puts the sections of a file together: what a reader of values sees.
class Assembly {
public:
    Assembly(Node& root, std::vector<Path>& sectionPaths, std::vector<SyntaxError>& conflicts)
        : m_root(root), m_sectionPaths(sectionPaths), m_conflicts(conflicts) {}

    void add(const Section& section) {
        Path path;
        Node* table = section.header == Section::Header::Root ? &m_root : tableOf(section, path);
        m_sectionPaths.push_back(path);
        if (table == nullptr) return;
        expect(*table, section.entries.size());
        for (const Entry& entry : section.entries) {
            Node* node = add(entry, *table);
            if (node == nullptr) continue;
            node->entry = &entry;
            node->entrySection = m_sectionPaths.size() - 1;
        }
    }

private:
    static Node& memberOf(Node& table, const KeyPart& part, bool& made) {
        const std::size_t found = indexOf(table, part.name);
        made = found == NameIndex::none;
        if (!made) return table.members[found].node;
        Member& member = table.members.emplace_back(part.name);
        member.node.keyRange = part.range;
        member.node.range = part.range;
        if (table.members.size() > manyMembers) addToIndex(table);
        return member.node;
    }

    void conflict(const KeyPart& part) {
        m_conflicts.push_back(
            {part.range, {MESSAGE("toml", "'%1' is written already further up"), part.name}});
    }

    /// Into a table on the way to a header; of an array of tables its last element.
    Node* enter(Node& table, const KeyPart& part, Path& path) {
        bool made = false;
        Node* node = &memberOf(table, part, made);
        path.emplace_back(part.name);
        if (node->kind == Node::Kind::Array && node->value == nullptr) {
            path.emplace_back(node->elements.size() - 1);
            node = &node->elements.back();
        }
        if (node->kind == Node::Kind::Table && node->value == nullptr) return node;
        conflict(part);
        return nullptr;
    }

    /// Into a table on the way of a dotted key, which defines it: no header may have done so.
    Node* enterDotted(Node& table, const KeyPart& part) {
        bool made = false;
        Node& node = memberOf(table, part, made);
        if (node.kind != Node::Kind::Table || node.value != nullptr || node.section != nullptr) {
            conflict(part);
            return nullptr;
        }
        node.dotted = true;
        return &node;
    }

    Node* tableOf(const Section& section, Path& path) {
        if (section.key.empty()) return nullptr;
        Node* table = &m_root;
        for (const KeyPart& part : section.key | std::views::take(section.key.size() - 1)) {
            table = enter(*table, part, path);
            if (table == nullptr) return nullptr;
        }
        const KeyPart& last = section.key.back();
        return section.header == Section::Header::ArrayElement ? element(*table, last, section, path)
                                                               : headed(*table, last, section, path);
    }

    Node* headed(Node& parent, const KeyPart& last, const Section& section, Path& path) {
        bool made = false;
        Node& node = memberOf(parent, last, made);
        path.emplace_back(last.name);
        const bool free = node.kind == Node::Kind::Table && node.value == nullptr &&
                          node.section == nullptr && !node.dotted;
        if (!free) conflict(last);
        if (node.kind != Node::Kind::Table || node.value != nullptr) return nullptr;
        if (node.section == nullptr) {
            node.section = &section;
            node.keyRange = last.range;
            node.range = section.headerRange;
        }
        return &node;
    }

    Node* element(Node& parent, const KeyPart& last, const Section& section, Path& path) {
        bool made = false;
        Node& array = memberOf(parent, last, made);
        path.emplace_back(last.name);
        if (made) {
            array.kind = Node::Kind::Array;
            array.range = section.headerRange;
        } else if (array.kind != Node::Kind::Array || array.value != nullptr) {
            conflict(last);
            return nullptr;
        }
        path.emplace_back(array.elements.size());
        Node node;
        node.section = &section;
        node.keyRange = last.range;
        node.range = section.headerRange;
        array.elements.push_back(std::move(node));
        return &array.elements.back();
    }

    /// The new node; null where it is in conflict.
    Node* add(const Entry& entry, Node& table) {
        Node* parent = &table;
        for (const KeyPart& part : entry.key | std::views::take(entry.key.size() - 1)) {
            parent = enterDotted(*parent, part);
            if (parent == nullptr) return nullptr;
        }
        bool made = false;
        Node& node = memberOf(*parent, entry.key.back(), made);
        if (made) {
            fill(node, entry.value);
            return &node;
        }
        conflict(entry.key.back());
        return nullptr;
    }

    void fill(Node& node, const Value& value) {
        node.value = &value;
        node.range = value.range;
        switch (value.kind) {
        case Kind::InlineTable:
            expect(node, value.entries.size());
            for (const Entry& entry : value.entries) add(entry, node);
            break;
        case Kind::Array:
            node.kind = Node::Kind::Array;
            node.elements.reserve(value.elements.size());
            for (const Value& element : value.elements) {
                Node& child = node.elements.emplace_back();
                child.keyRange = element.range;
                fill(child, element);
            }
            break;
        default: node.kind = Node::Kind::Scalar;
        }
    }

    Node& m_root;
    std::vector<Path>& m_sectionPaths;
    std::vector<SyntaxError>& m_conflicts;
};

/// Appends what of `value` touches `offset`.
void descend(const Value& value, std::size_t offset, Path& path) {
    for (std::size_t i = 0; i < value.elements.size(); ++i) {
        if (!value.elements[i].range.touches(offset)) continue;
        path.emplace_back(i);
        return descend(value.elements[i], offset, path);
    }
    for (const Entry& entry : value.entries) {
        if (!entry.range.touches(offset)) continue;
        for (const KeyPart& part : entry.key) path.emplace_back(part.name);
        return descend(entry.value, offset, path);
    }
}

}

const Node* Node::member(std::string_view name) const {
    const std::size_t found = indexOf(*this, name);
    return found == NameIndex::none ? nullptr : &members[found].node;
}

Document::Document(std::string text) : Document(std::make_shared<const std::string>(std::move(text))) {}

Document::Document(std::shared_ptr<const std::string> text)
    : m_text(std::move(text)), m_contents(read(*m_text)) {}

std::shared_ptr<const Document::Contents> Document::read(std::string_view text) {
    const auto contents = std::make_shared<Contents>(parse(text));
    contents->errors = contents->tree.errors;
    if (const std::size_t bad = firstInvalidUtf8(text); bad != std::string_view::npos)
        contents->errors.push_back(
            {{bad, bad + 1}, MESSAGE("toml", "This byte is no UTF-8; save the file as UTF-8")});
    std::vector<SyntaxError> conflicts;
    Assembly assembly(contents->root, contents->sectionPaths, conflicts);
    for (const Section& section : contents->tree.sections) assembly.add(section);
    // a header that is broken sends its entries elsewhere: what they are in conflict with there is no mistake of theirs
    if (contents->errors.empty()) contents->errors = std::move(conflicts);
    std::ranges::stable_sort(contents->errors, {},
                             [](const SyntaxError& error) { return error.range.begin; });
    return contents;
}

const Node* Document::find(const Path& path) const {
    const Node* node = &root();
    for (const Step& step : path) {
        if (const auto* name = std::get_if<std::string>(&step)) {
            node = node->member(*name);
        } else {
            const std::size_t index = std::get<std::size_t>(step);
            node = index < node->elements.size() ? &node->elements[index] : nullptr;
        }
        if (node == nullptr) return nullptr;
    }
    return node;
}

Path Document::pathAt(std::size_t offset) const {
    const std::vector<Section>& sections = tree().sections;
    const auto behind =
        std::ranges::upper_bound(sections, offset, {}, [](const Section& s) { return s.range.begin; });
    const auto index = static_cast<std::size_t>(std::max<std::ptrdiff_t>(behind - sections.begin() - 1, 0));
    Path path = sectionPaths()[index];
    for (const Entry& entry : sections[index].entries) {
        const bool onLine = entry.line.begin <= offset && offset < entry.line.end;
        if (!onLine && !entry.range.touches(offset)) continue;
        for (const KeyPart& part : entry.key) path.emplace_back(part.name);
        descend(entry.value, offset, path);
        break;
    }
    return path;
}

}
