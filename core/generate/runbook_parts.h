#pragma once

#include "core/generate/generator.h"
#include "core/generate/markdown_writer.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// What a runbook tells of; borrowed. `others` are all other files of the bundle, by path.
struct RunbookInput {
    const Design& design;
    const Artifacts& others;

    [[nodiscard]] const Deployment& deployment() const { return design.deployment; }
    [[nodiscard]] const Topology& topology() const { return design.deployment.topology; }
    [[nodiscard]] bool has(std::string_view path) const;
    [[nodiscard]] bool hasBelow(std::string_view folder) const;
};

/// "10.0.1.11:9090", "[fd00::1]:9090".
[[nodiscard]] Sourced<std::string> addressOf(const Node& node);

/// A line for a shell: words as they are, and data quoted.
class CommandLine {
public:
    CommandLine(const char* words) { m_line.value = words; }
    CommandLine& add(const Sourced<std::string>& word);
    CommandLine& add(const char* words) {
        m_line.value += std::string(" ") + words;
        return *this;
    }
    operator Sourced<std::string>() const { return m_line; }

private:
    Sourced<std::string> m_line;
};

// The sections, each only where there is something to tell.
void writeMachineDeployment(MarkdownWriter& writer, const RunbookInput& input);
void writeClusterDeployment(MarkdownWriter& writer, const RunbookInput& input);
void writeContainerDeployment(MarkdownWriter& writer, const RunbookInput& input);
void writeVerification(MarkdownWriter& writer, const RunbookInput& input);
void writeUpdate(MarkdownWriter& writer, const RunbookInput& input);
void writeRollback(MarkdownWriter& writer, const RunbookInput& input);
void writeFailover(MarkdownWriter& writer, const RunbookInput& input);
void writeRestoration(MarkdownWriter& writer, const RunbookInput& input);

}
