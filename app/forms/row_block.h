#pragma once

#include "app/forms/findings.h"
#include "app/session/session.h"
#include "app/views/laid_out_apart.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

class FieldRow;

/// What the filter above a form lets through.
struct RowFilter {
    QString text;
    bool onlySet = false;
    bool onlyFindings = false;

    [[nodiscard]] bool isOpen() const { return text.isEmpty() && !onlySet && !onlyFindings; }
    /// Whether it lets the setting at `path` through.
    [[nodiscard]] bool passes(const toml::Document& document, const Findings& findings, const Field& field,
                              const toml::Path& path) const;
};

/// A run of a section's fields. A form may have ten thousand of them, so the rows of a run are made when it comes into
/// sight; until then it keeps their place.
class RowBlock final : public LaidOutApart {
    Q_OBJECT

public:
    /// Most fields of one run.
    static constexpr std::size_t size = 20;

    /// The fields belong to a schema that outlives the block.
    RowBlock(Session& session, const std::string& file, std::span<const Field* const> fields,
             QWidget* parent);

    /// None before fill().
    [[nodiscard]] const std::vector<FieldRow*>& rows() const { return m_rows; }
    [[nodiscard]] bool isFilled() const { return !m_rows.empty(); }
    void fill();
    /// Gives the rows back and keeps their place.
    void empty();
    [[nodiscard]] bool has(std::string_view pattern) const;
    /// The row of a field of the block, made if need be.
    [[nodiscard]] FieldRow* rowFor(std::string_view pattern);

    void refresh(const Findings& findings);
    /// True when a row stays.
    bool filter(const RowFilter& filter);
    void setNarrow(bool narrow);

private:
    [[nodiscard]] bool passes(const Field& field) const;

    Session& m_session;
    std::string m_file;
    std::vector<const Field*> m_fields;
    std::vector<FieldRow*> m_rows;
    Findings m_findings;
    RowFilter m_filter;
    bool m_isNarrow = false;
};

}
