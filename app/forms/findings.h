#pragma once

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
    Findings(std::shared_ptr<const Analysis> analysis, const std::string& file);

    [[nodiscard]] std::vector<Diagnostic> at(const toml::Path& path) const;
    /// What takes the place of a field's value; null where nothing does.
    [[nodiscard]] const Message* overrideOf(const Field& field) const;
    [[nodiscard]] const std::shared_ptr<const Analysis>& analysis() const { return m_analysis; }

private:
    std::shared_ptr<const Analysis> m_analysis;
    using ByPath = std::map<std::string, std::vector<std::size_t>, std::less<>>;
    std::shared_ptr<const ByPath> m_byPath;
    using Overrides = std::map<std::string, Message, std::less<>>;
    std::shared_ptr<const Overrides> m_overrides;
};

/// Keys of a document that its schema does not name, outermost ones only.
[[nodiscard]] std::vector<toml::Path> unknownKeys(const toml::Document& document, const Schema& schema);

}
