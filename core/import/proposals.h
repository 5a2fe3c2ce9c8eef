#pragma once

#include "core/import/import.h"
#include "core/import/setting_values.h"

namespace arabesque {

/// Collects what a file says, setting by setting: what holds already is dropped, the first of two that disagree counts.
class Proposals {
public:
    explicit Proposals(const Analysis& analysis) : m_analysis(analysis) {}

    enum class Outcome {
        Same,   ///< holds already
        Proposed,
        Unfit,      ///< no value this setting takes
        Disagrees   ///< with another value of the file for the same setting
    };
    Outcome set(const std::string& document, std::string_view path, std::string_view text,
                std::uint32_t line);
    /// One more entry of an array of tables; texts of its keys, converted by the types of its fields.
    void append(const std::string& array, const std::vector<std::pair<std::string, std::string>>& texts,
                std::string there, std::uint32_t line);
    void take(ImportProposal proposal) { m_all.push_back(std::move(proposal)); }
    /// A wrong form that only the project tells.
    void find(ImportFinding finding) { m_findings.push_back(std::move(finding)); }
    void notUnderstood(std::string path, std::uint32_t line, Message why);

    [[nodiscard]] const Analysis& analysis() const { return m_analysis; }
    [[nodiscard]] bool has(const std::string& document, std::string_view path) const;

    /// With the edit of each.
    [[nodiscard]] std::vector<ImportProposal> proposals() &&;
    [[nodiscard]] std::vector<ImportFinding> findings() && { return std::move(m_findings); }
    [[nodiscard]] std::vector<NotUnderstood> left() && { return std::move(m_left); }

private:
    const Analysis& m_analysis;
    std::vector<ImportProposal> m_all{};
    std::vector<ImportFinding> m_findings{};
    std::vector<NotUnderstood> m_left{};
};

}
