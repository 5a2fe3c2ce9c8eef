#pragma once

#include "core/generate/text_writer.h"
#include "core/schema/duration.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// A word of a directive.
class NginxWord {
public:
    /// Syntax, such as "least_conn" or "$host": written as it is.
    NginxWord(const char* syntax) : m_text(syntax) {}
    NginxWord(std::int64_t number) : m_text(std::to_string(number)) {}
    /// Text of a user: quoted where NGINX would read it otherwise.
    [[nodiscard]] static NginxWord data(std::string_view text);
    /// "max_fails=3": the name as it is, the value quoted with it.
    [[nodiscard]] static NginxWord parameter(std::string_view name, std::string_view value);

    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    explicit NginxWord(std::string text) : m_text(std::move(text)) {}
    std::string m_text;
};

using NginxWords = std::vector<NginxWord>;

/// Writes a configuration of NGINX, one directive a line.
class NginxWriter {
public:
    NginxWriter(std::string path, std::string family, Origins origins)
        : m_writer(std::move(path), std::move(family), std::move(origins)) {}

    void comment(std::string_view text, const Origins& origins = {});
    void blank(const Origins& origins = {}) { m_writer.line("", origins); }
    /// `remark` follows behind the semicolon.
    void directive(const NginxWords& words, const Origins& origins = {}, std::string_view remark = {});
    void open(const NginxWords& words, const Origins& origins = {});
    void close(const Origins& origins = {});

    [[nodiscard]] Artifact take() && { return std::move(m_writer).take(); }

private:
    [[nodiscard]] std::string joined(const NginxWords& words) const;

    TextWriter m_writer;
    std::size_t m_depth = 0;
};

/// "30s", "1500ms": what NGINX reads as a span of time.
[[nodiscard]] std::string nginxTime(Duration duration);
/// Whole seconds, at least one: all that max_fails' window and its like take.
[[nodiscard]] std::string nginxSeconds(Duration duration);
/// "32k", "10m" or plain bytes.
[[nodiscard]] std::string nginxSize(std::int64_t bytes);

}
