#include "core/diagram/svg_writer.h"

namespace arabesque {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";   // U+FFFD

/// Control characters have no place in XML, not even escaped.
bool isForbidden(char c) {
    constexpr unsigned char firstPrintable = 0x20;
    return static_cast<unsigned char>(c) < firstPrintable && c != '\t' && c != '\n' && c != '\r';
}

}

SvgWriter::SvgWriter() : m_text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void SvgWriter::open(std::string_view element, Attributes attributes) {
    begin(element, attributes);
    m_text += ">\n";
    m_open.push_back(element);
}

void SvgWriter::close() {
    const std::string_view element = m_open.back();
    m_open.pop_back();
    indent();
    m_text.append("</").append(element).append(">\n");
}

void SvgWriter::empty(std::string_view element, Attributes attributes) {
    begin(element, attributes);
    m_text += "/>\n";
}

void SvgWriter::text(std::string_view element, Attributes attributes, std::string_view utf8) {
    begin(element, attributes);
    m_text += '>';
    escape(utf8);
    m_text.append("</").append(element).append(">\n");
}

void SvgWriter::indent() {
    m_text.append(2 * m_open.size(), ' ');
}

void SvgWriter::begin(std::string_view element, Attributes attributes) {
    indent();
    m_text.append("<").append(element);
    for (const auto& [name, value] : attributes) {
        m_text.append(" ").append(name).append("=\"");
        if (const auto* number = std::get_if<std::int64_t>(&value))
            m_text += std::to_string(*number);
        else
            escape(std::get<std::string_view>(value));
        m_text += '"';
    }
}

void SvgWriter::escape(std::string_view utf8) {
    for (const char c : utf8) {
        switch (c) {
        case '&': m_text += "&amp;"; break;
        case '<': m_text += "&lt;"; break;
        case '>': m_text += "&gt;"; break;
        case '"': m_text += "&quot;"; break;
        case '\n': m_text += "&#10;"; break;
        case '\r': m_text += "&#13;"; break;
        case '\t': m_text += "&#9;"; break;
        default:
            if (isForbidden(c))
                m_text += replacement;
            else
                m_text += c;
        }
    }
}

}
