#include "app/forms/row_block.h"

#include "app/bridge/text.h"
#include "app/forms/field_row.h"
#include "app/forms/form_layout.h"
#include "app/views/field_text.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace arabesque {

namespace {

constexpr int usualRowHeight = 36;

}

RowBlock::RowBlock(Session& session, const std::string& file, std::span<const Field* const> fields,
                   QWidget* parent)
    : LaidOutApart(parent), m_session(session), m_file(file), m_fields(fields.begin(), fields.end()) {
    setMinimumHeight(static_cast<int>(m_fields.size()) * usualRowHeight);
}

void RowBlock::fill() {
    if (isFilled()) return;
    setMinimumHeight(0);
    // Each row that appears has everything around it laid out, so they appear together.
    auto* run = new QWidget(this);
    auto* layout = new QVBoxLayout(run);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const Field* field : m_fields) {
        auto* row = new FieldRow(m_session, m_file, *field, run);
        row->setNarrow(m_isNarrow);
        row->refresh(m_findings);
        row->setVisible(passes(*field));
        layout->addWidget(row);
        m_rows.push_back(row);
    }
    setContent(run);
    run->show();
    layOutAround(this);
}

void RowBlock::empty() {
    setMinimumHeight(height());
    content()->hide();
    content()->deleteLater();
    setContent(nullptr);
    m_rows.clear();
}

bool RowBlock::has(std::string_view pattern) const {
    return std::ranges::contains(m_fields, pattern,
                                 [](const Field* field) -> std::string_view { return field->path; });
}

FieldRow* RowBlock::rowFor(std::string_view pattern) {
    fill();
    const auto row =
        std::ranges::find_if(m_rows, [&](const FieldRow* each) { return each->field().path == pattern; });
    return row == m_rows.end() ? nullptr : *row;
}

void RowBlock::refresh(const Findings& findings) {
    m_findings = findings;
    for (FieldRow* row : m_rows) row->refresh(findings);
}

bool RowFilter::passes(const toml::Document& document, const Findings& findings, const Field& field,
                       const toml::Path& path) const {
    const toml::Node* node = document.find(path);
    if (onlySet && !node) return false;
    if (onlyFindings && findings.at(path).empty()) return false;
    const QString value = node && node->value ? toQt(node->value->text) : QString();
    return std::ranges::any_of(QStringList{labelOf(field), toQt(field.path), value, summaryOf(field)},
                               [&](const QString& each) { return each.contains(text, Qt::CaseInsensitive); });
}

bool RowBlock::passes(const Field& field) const {
    return m_filter.isOpen() ||
           m_filter.passes(m_session.document(m_file), m_findings, field, pathFor(field.path));
}

bool RowBlock::filter(const RowFilter& filter) {
    const bool wasOpen = std::exchange(m_filter, filter).isOpen();
    if (wasOpen && filter.isOpen() && !isFilled()) return true;   // of 10,000 rows most
    int passed = 0;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const bool shown = passes(*m_fields[i]);
        if (isFilled()) m_rows[i]->setVisible(shown);
        if (shown) ++passed;
    }
    if (!isFilled()) setMinimumHeight(passed * usualRowHeight);
    setVisible(passed > 0);
    return passed > 0;
}

void RowBlock::setNarrow(bool narrow) {
    m_isNarrow = narrow;
    for (FieldRow* row : m_rows) row->setNarrow(narrow);
}

}
