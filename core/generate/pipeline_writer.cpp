#include "core/generate/pipeline_writer.h"

#include "core/generate/plain_text.h"

namespace arabesque {

std::string yamlWord(std::string_view text) {
    std::string quoted = "'";
    for (const char c : onOneLine(text)) quoted.append(c == '\'' ? 2 : 1, c);
    return quoted + '\'';
}

std::string groovyText(std::string_view text, std::string_view quotes) {
    std::string quoted(quotes);
    for (const char c : text) {
        if (c == '\\' || c == '\'') {
            // one quote alone ends no ''', and scripts are easier to read without
            const bool plain = c == '\'' && quotes.size() > 1 && !quoted.ends_with('\'');
            if (!plain) quoted += '\\';
        }
        quoted += c;
    }
    if (quotes.size() > 1 && quoted.ends_with('\'') && quoted.size() > quotes.size()) quoted += '\n';
    return quoted + std::string(quotes);
}

PipelineWriter::PipelineWriter(std::string path, std::string family, const Pipeline& pipeline)
    : m_writer(std::move(path), std::move(family), pipeline.reasons) {}

void PipelineWriter::line(std::size_t indent, std::string_view text, const Origins& origins) {
    m_writer.line(std::string(indent, ' ') + std::string(text), origins);
}

void PipelineWriter::block(std::size_t indent, std::string_view key, const std::vector<ScriptLine>& lines) {
    line(indent, std::string(key) + ": |");
    for (const ScriptLine& each : lines) line(indent + 2, each.text, each.origins);
}

std::vector<ScriptLine> ballerinaLines() {
    return {{"set -euo pipefail"},
            {R"sh(distribution=$(sed -n 's/^distribution *= *"\([^"]*\)".*/\1/p' Ballerina.toml))sh"},
            {"test -n \"$distribution\""},
            {"root="},
            {"test \"$(id -u)\" = 0 || root=sudo"},
            {"curl --fail --silent --show-error --location --output /tmp/ballerina.deb \\"},
            {"    "
             "\"https://dist.ballerina.io/downloads/$distribution/"
             "ballerina-$distribution-swan-lake-linux-x64.deb\""},
            {"$root dpkg --install /tmp/ballerina.deb"}};
}

std::string joinedBy(const std::vector<std::string>& words, std::string_view between) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : std::string(between)) + word;
    return text;
}
}
