#pragma once

#include "app/session/shown_findings.h"
#include "core/analysis/analysis.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace arabesque {

/// The findings of one document by the setting or table they are about; cheap to copy.
class Findings {
public:
    Findings() = default;
    /// Those in `list`, which the analysis found.
    Findings(std::shared_ptr<const Analysis> analysis, DiagnosticList list, const std::string& file);

    /// Those in `list`, which the same analysis found.
    [[nodiscard]] Findings with(DiagnosticList list, const std::string& file) const;
    [[nodiscard]] std::vector<Diagnostic> at(const toml::Path& path) const;
    /// What takes the place of a field's value; null where nothing does.
    [[nodiscard]] const Message* overrideOf(const Field& field) const;
    [[nodiscard]] const std::shared_ptr<const Analysis>& analysis() const { return m_analysis; }
    [[nodiscard]] const DiagnosticList& list() const { return m_list; }

private:
    void take(DiagnosticList list, const std::string& file);

    std::shared_ptr<const Analysis> m_analysis;
    DiagnosticList m_list;
    using ByPath = std::map<std::string, std::vector<std::size_t>, std::less<>>;
    std::shared_ptr<const ByPath> m_byPath;
    using Overrides = std::map<std::string, Message, std::less<>>;
    std::shared_ptr<const Overrides> m_overrides;
};

}
