#pragma once

#include "core/generate/text_writer.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// Writes TOML 1.0 from top to bottom, each line with the reasons it is there. Keys and names of tables are syntax,
/// "pool_options.maxActive"; values are data and cannot leave their quotes.
class TomlWriter {
public:
    TomlWriter(std::string path, std::string family, Origins origins)
        : m_writer(std::move(path), std::move(family), std::move(origins)) {}

    void comment(std::string_view text, const Origins& origins = {});
    /// "[database.apim_db]", after a blank line where it is not the first line of the file.
    void table(std::string_view name, const Origins& origins = {});
    /// "[[apim.gateway.environment]]": one more entry of an array of tables.
    void entry(std::string_view name, const Origins& origins = {});

    void text(std::string_view key, const Sourced<std::string>& value);
    void text(std::string_view key, std::string_view value, const Origins& origins = {});
    void number(std::string_view key, const Sourced<std::int64_t>& value);
    void number(std::string_view key, std::int64_t value, const Origins& origins = {});
    void flag(std::string_view key, const Sourced<bool>& value);
    void flag(std::string_view key, bool value, const Origins& origins = {});
    /// A list of texts on one line.
    void list(std::string_view key, const std::vector<std::string>& values, const Origins& origins = {});

    [[nodiscard]] Artifact take() && { return std::move(m_writer).take(); }

private:
    void header(const std::string& text, const Origins& origins);
    void line(std::string_view key, const std::string& value, const Origins& origins);

    TextWriter m_writer;
    bool m_first = true;
};

}
