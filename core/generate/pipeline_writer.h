#pragma once

#include "core/generate/pipeline.h"

namespace arabesque {

/// A text as a scalar of YAML that means itself, whatever is in it, on one line.
[[nodiscard]] std::string yamlWord(std::string_view text);

/// A text as a string of Groovy in which nothing is replaced; `quotes` is ' or '''.
[[nodiscard]] std::string groovyText(std::string_view text, std::string_view quotes = "'");

/// Writes the lines of a pipeline's file; `indent` counts blanks.
class PipelineWriter {
public:
    PipelineWriter(std::string path, std::string family, const Pipeline& pipeline);

    void line(std::size_t indent, std::string_view text, const Origins& origins = {});
    void blank() { m_writer.line("", Origins()); }
    /// `key: |` and the lines of a script below it.
    void block(std::size_t indent, std::string_view key, const std::vector<ScriptLine>& lines);

    [[nodiscard]] Artifact take() && { return std::move(m_writer).take(); }

private:
    TextWriter m_writer;
};

/// Lines that install the release of Ballerina that Ballerina.toml names, where a system has no step for it.
[[nodiscard]] std::vector<ScriptLine> ballerinaLines();

/// "package, image"
[[nodiscard]] std::string joinedBy(const std::vector<std::string>& words, std::string_view between);

}
