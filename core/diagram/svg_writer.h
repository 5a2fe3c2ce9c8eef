#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace arabesque {

/// Writes XML: whatever text holds, the document stays well-formed.
class SvgWriter {
public:
    using Value = std::variant<std::int64_t, std::string_view>;
    using Attributes = std::initializer_list<std::pair<std::string_view, Value>>;

    SvgWriter();

    void open(std::string_view element, Attributes attributes);
    void close();
    /// An element without content.
    void empty(std::string_view element, Attributes attributes);
    /// An element that holds text.
    void text(std::string_view element, Attributes attributes, std::string_view utf8);

    /// The document; every element is closed.
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    void indent();
    void begin(std::string_view element, Attributes attributes);
    void escape(std::string_view utf8);

    std::string m_text;
    std::vector<std::string_view> m_open;
};

}
