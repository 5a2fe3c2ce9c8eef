#include "core/generate/toml_writer.h"

#include "core/generate/plain_text.h"
#include "core/toml/rewrite.h"

namespace arabesque {

void TomlWriter::comment(std::string_view text, const Origins& origins) {
    m_first = false;
    m_writer.line("# " + onOneLine(text), origins);
}

void TomlWriter::header(const std::string& text, const Origins& origins) {
    if (!m_first) m_writer.line("", origins);
    m_first = false;
    m_writer.line(text, origins);
}

void TomlWriter::table(std::string_view name, const Origins& origins) {
    header('[' + std::string(name) + ']', origins);
}

void TomlWriter::entry(std::string_view name, const Origins& origins) {
    header("[[" + std::string(name) + "]]", origins);
}

void TomlWriter::line(std::string_view key, const std::string& value, const Origins& origins) {
    m_first = false;
    m_writer.line(std::string(key) + " = " + value, origins);
}

void TomlWriter::text(std::string_view key, const Sourced<std::string>& value) {
    text(key, *value, value.origins);
}

void TomlWriter::text(std::string_view key, std::string_view value, const Origins& origins) {
    line(key, toml::quoted(value), origins);
}

void TomlWriter::number(std::string_view key, const Sourced<std::int64_t>& value) {
    number(key, *value, value.origins);
}

void TomlWriter::number(std::string_view key, std::int64_t value, const Origins& origins) {
    line(key, std::to_string(value), origins);
}

void TomlWriter::flag(std::string_view key, const Sourced<bool>& value) {
    flag(key, *value, value.origins);
}

void TomlWriter::flag(std::string_view key, bool value, const Origins& origins) {
    line(key, value ? "true" : "false", origins);
}

void TomlWriter::list(std::string_view key, const std::vector<std::string>& values, const Origins& origins) {
    std::string all;
    for (const std::string& each : values) all += (all.empty() ? "" : ", ") + toml::quoted(each);
    line(key, '[' + all + ']', origins);
}

}
