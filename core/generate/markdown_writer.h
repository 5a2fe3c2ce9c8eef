#pragma once

#include "core/generate/text_writer.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// A piece of Markdown on one line, with the reasons it is there.
class Markdown {
public:
    /// Syntax and plain words, as they are.
    Markdown(const char* syntax) : m_text(syntax) {}
    Markdown(char syntax) : m_text(1, syntax) {}
    /// Text of a user, which means itself.
    [[nodiscard]] static Markdown data(const Sourced<std::string>& text);
    /// Text of a user as code: names, paths, addresses.
    [[nodiscard]] static Markdown code(std::string_view text, Origins origins = {});
    [[nodiscard]] static Markdown code(const Sourced<std::string>& text) { return code(*text, text.origins); }

    /// Nothing to read: why what follows on its line is there.
    [[nodiscard]] static Markdown because(Origins origins) { return {std::string(), std::move(origins)}; }

    friend Markdown operator+(Markdown left, const Markdown& right) {
        left.m_text += right.m_text;
        left.m_origins = joined(std::move(left.m_origins), right.m_origins);
        return left;
    }

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] const Origins& origins() const { return m_origins; }

private:
    Markdown(std::string text, Origins origins) : m_text(std::move(text)), m_origins(std::move(origins)) {}

    std::string m_text;
    Origins m_origins;
};

/// Writes a document of Markdown, a blank line between its parts.
class MarkdownWriter {
public:
    MarkdownWriter(std::string path, std::string family, Origins origins)
        : m_writer(std::move(path), std::move(family), std::move(origins)) {}

    /// Why all that follows is there, beside what it shows; until the next call.
    void because(Origins origins) { m_because = std::move(origins); }
    void heading(std::size_t level, const Markdown& text);
    void paragraph(const Markdown& text);
    void list(const std::vector<Markdown>& items);
    /// Numbered from 1.
    void steps(const std::vector<Markdown>& items);
    void table(const std::vector<Markdown>& header, const std::vector<std::vector<Markdown>>& rows);
    /// Lines to be typed into a shell; a line break inside of one ends it.
    void commands(const std::vector<Sourced<std::string>>& lines);

    [[nodiscard]] Artifact take() && { return std::move(m_writer).take(); }

private:
    void part();
    void line(std::string_view text, const Origins& origins) {
        m_writer.line(text, joined(origins, m_because));
    }

    TextWriter m_writer;
    Origins m_because;
    bool m_first = true;
};

}
