#pragma once

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
    std::vector<Member> members;        ///< of a table, in order of appearance
    std::vector<Node> elements;         ///< of an array

    [[nodiscard]] const Node* member(std::string_view name) const;
};

struct Member {
    std::string name;
    Node node;
};

/// Text, tree and values of one TOML file; immutable. Keeps its own copy of nothing but the tree:
/// the text is shared with the snapshot.
class Document {
public:
    explicit Document(std::shared_ptr<const std::string> text);
    explicit Document(std::string text);

    [[nodiscard]] std::string_view text() const { return *m_text; }
    [[nodiscard]] const SyntaxTree& tree() const { return *m_tree; }
    [[nodiscard]] const Node& root() const { return m_root; }
    /// The node at `path`, or null.
    [[nodiscard]] const Node* find(const Path& path) const;
    /// The table each section of tree() writes into, with the number of its element where it is one.
    [[nodiscard]] const std::vector<Path>& sectionPaths() const { return m_sectionPaths; }
    /// The path of the innermost node whose entry, element or section touches `offset`.
    [[nodiscard]] Path pathAt(std::size_t offset) const;
    /// What makes the text no valid TOML 1.0; empty when toml++ accepts it. In text order.
    [[nodiscard]] const std::vector<SyntaxError>& errors() const { return m_errors; }
    [[nodiscard]] bool valid() const { return m_errors.empty(); }

private:
    std::shared_ptr<const std::string> m_text;
    std::shared_ptr<const SyntaxTree>
        m_tree;   // nodes point into it; shared so that copies stay cheap and valid
    Node m_root;
    std::vector<Path> m_sectionPaths;
    std::vector<SyntaxError> m_errors;
};

}
