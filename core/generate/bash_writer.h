#pragma once

#include "core/generate/text_writer.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace arabesque {

/// Text of a user as one word of bash: as it is where that is plain, else in single quotes.
[[nodiscard]] std::string bashWord(std::string_view text);

/// Writes a script: fixed text, and variables that hold what the deployment says.
class BashWriter {
public:
    BashWriter(std::string path, std::string family, Origins origins)
        : m_writer(std::move(path), std::move(family), std::move(origins)) {}

    void blank() { m_writer.line("", Origins()); }
    void comment(std::string_view text);
    /// Lines that are always the same.
    void fixed(std::string_view lines);
    void variable(std::string_view name, const Sourced<std::string>& value);
    void array(std::string_view name, const std::vector<Sourced<std::string>>& values);
    /// An array by names; keys are plain words.
    void table(std::string_view name,
               const std::vector<std::pair<std::string, Sourced<std::string>>>& entries);

    [[nodiscard]] Artifact take() && { return std::move(m_writer).take(); }

private:
    TextWriter m_writer;
};

}
