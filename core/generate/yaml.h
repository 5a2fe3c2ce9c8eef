#pragma once

#include "core/generate/text_writer.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace arabesque {

/// A YAML value under construction; every scalar knows its origins. Keys keep the order they are given in.
class Yaml {
public:
    enum class Kind { Map, List, Text, Plain };

    [[nodiscard]] static Yaml map() { return Yaml(Kind::Map); }
    [[nodiscard]] static Yaml list() { return Yaml(Kind::List); }
    Yaml(const Sourced<std::string>& text)
        : m_kind(Kind::Text), m_text(text.value), m_origins(text.origins) {}
    Yaml(const Sourced<std::int64_t>& number)
        : m_kind(Kind::Plain), m_text(std::to_string(number.value)), m_origins(number.origins) {}
    /// Fixed by the layout.
    Yaml(const char* text) : m_kind(Kind::Text), m_text(text) {}
    Yaml(int number) : m_kind(Kind::Plain), m_text(std::to_string(number)) {}
    Yaml(bool flag) : m_kind(Kind::Plain), m_text(flag ? "true" : "false") {}
    Yaml(const Sourced<bool>& flag)
        : m_kind(Kind::Plain), m_text(flag.value ? "true" : "false"), m_origins(flag.origins) {}
    /// No value: what a key of another document has no longer.
    [[nodiscard]] static Yaml null();

    Yaml& set(std::string key, Yaml value) &;
    Yaml&& set(std::string key, Yaml value) && { return std::move(set(std::move(key), std::move(value))); }
    Yaml& add(Yaml element) &;
    Yaml&& add(Yaml element) && { return std::move(add(std::move(element))); }
    /// Adds origins to every line of this value: the reasons why it exists.
    Yaml& because(const Origins& origins) &;
    Yaml&& because(const Origins& origins) && { return std::move(because(origins)); }

    [[nodiscard]] bool empty() const { return m_members.empty(); }
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const std::string& text() const { return m_text; }   ///< of a scalar, unquoted
    [[nodiscard]] const Origins& origins() const { return m_origins; }
    /// Of all that is inside as well.
    [[nodiscard]] Origins allOrigins() const;
    /// Members of a map; elements of a list, without keys.
    [[nodiscard]] const std::vector<std::pair<std::string, Yaml>>& members() const { return m_members; }
    /// The value of a key, or null.
    [[nodiscard]] const Yaml* find(std::string_view key) const;
    [[nodiscard]] Yaml* find(std::string_view key);
    /// The value of a key that is there.
    [[nodiscard]] const Yaml& at(std::string_view key) const;
    [[nodiscard]] Yaml& at(std::string_view key);
    /// The value of a key, made a map or list where there is none.
    Yaml& mapAt(std::string_view key);
    Yaml& listAt(std::string_view key);
    [[nodiscard]] Yaml& element(std::size_t index) { return m_members[index].second; }
    /// Sets a key, whether it is there or not.
    Yaml& put(std::string_view key, Yaml value);
    void remove(std::string_view key);
    /// The same value, whatever the reasons and the order of keys.
    [[nodiscard]] bool means(const Yaml& other) const;

    /// Appends "---" and the document in the layout of c2c 4.0.0, section 7.1.
    void writeDocument(TextWriter& writer) const;
    /// The same without "---".
    void write(TextWriter& writer) const;

private:
    explicit Yaml(Kind kind) : m_kind(kind) {}

    using Ids = std::vector<OriginId>;   ///< sorted
    struct Writing;
    void writeMembers(Writing& writing, std::size_t indent, const Ids& inherited) const;
    void writeElements(Writing& writing, std::size_t indent, const Ids& inherited) const;
    void writeMember(Writing& writing, const std::string& key, const Yaml& value, std::size_t indent,
                     const Ids& inherited) const;
    void writeScalar(Writing& writing, std::size_t indent, const Ids& inherited) const;
    /// What it inherits and its own origins.
    [[nodiscard]] Ids idsIn(Writing& writing, const Ids& inherited) const;
    [[nodiscard]] Ids reasons(Writing& writing, const Ids& own) const;

    Kind m_kind;
    std::string m_text;
    std::vector<std::pair<std::string, Yaml>> m_members;   ///< elements have empty keys
    Origins m_origins;
};

constexpr std::size_t usualWidth = 80;   ///< of a line, where the tool's YAML library folds it

/// `text` in double quotes as the tool's YAML library writes it, folded at column `width`; the first line begins at
/// `column`, further ones are indented by `indent`. One string a line.
[[nodiscard]] std::vector<std::string> doubleQuoted(std::string_view text, std::size_t column,
                                                    std::size_t indent, std::size_t width = usualWidth);

}
