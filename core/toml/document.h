#pragma once

#include "core/text/name_index.h"
#include "core/toml/path.h"
#include "core/toml/syntax_tree.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque::toml {

struct Member;

/// A table, an array or a scalar of a document, put together from all the places that write it.
struct Node {
    enum class Kind { Table, Array, Scalar };
    Kind kind = Kind::Table;
    ByteRange keyRange;   ///< the key or header that names it first; of an element the element itself
    ByteRange range;      ///< the value; of a table or array of tables its header, without one the key
    const Value* value = nullptr;       ///< of a scalar, a written array or an inline table
    const Section* section = nullptr;   ///< of a table written as [table] or [[array element]]
    const Entry* entry = nullptr;       ///< of what stands on a line of its own, outside inline values
    std::size_t entrySection = 0;       ///< number of the section `entry` stands in
    bool dotted = false;                ///< of a table that dotted keys define
    std::vector<Member> members;        ///< of a table, in order of appearance
    std::vector<Node> elements;         ///< of an array
    std::unique_ptr<NameIndex> index;   ///< of a table with more members than can be looked through

    [[nodiscard]] const Node* member(std::string_view name) const;
};

struct Member {
    std::string name;
    Node node;
};

/// Text, tree and values of one TOML file; immutable, cheap to copy. The text is shared with the snapshot.
class Document {
public:
    explicit Document(std::shared_ptr<const std::string> text);
    explicit Document(std::string text);

    [[nodiscard]] std::string_view text() const { return *m_text; }
    [[nodiscard]] const SyntaxTree& tree() const { return m_contents->tree; }
    [[nodiscard]] const Node& root() const { return m_contents->root; }
    /// The node at `path`, or null.
    [[nodiscard]] const Node* find(const Path& path) const;
    /// The table each section of tree() writes into, with the number of its element where it is one.
    [[nodiscard]] const std::vector<Path>& sectionPaths() const { return m_contents->sectionPaths; }
    /// The path of the innermost node whose entry, element or section touches `offset`.
    [[nodiscard]] Path pathAt(std::size_t offset) const;
    /// What makes the text no valid TOML 1.0, in text order; the tests hold it against toml++.
    [[nodiscard]] const std::vector<SyntaxError>& errors() const { return m_contents->errors; }
    [[nodiscard]] bool valid() const { return errors().empty(); }

private:
    struct Contents {
        SyntaxTree tree;   ///< nodes point into it
        Node root{};
        std::vector<Path> sectionPaths{};
        std::vector<SyntaxError> errors{};
    };
    static std::shared_ptr<const Contents> read(std::string_view text);

    std::shared_ptr<const std::string> m_text;
    std::shared_ptr<const Contents> m_contents;
};

}
