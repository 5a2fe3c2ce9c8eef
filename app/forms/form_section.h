#pragma once

#include "app/forms/findings.h"
#include "app/forms/form_layout.h"
#include "app/forms/section_box.h"
#include "app/session/session.h"

#include <vector>

class QListWidget;

namespace arabesque {

class FieldRow;
class FindingList;

/// What the filter above a form lets through.
struct RowFilter {
    QString text;
    bool onlySet = false;
    bool onlyFindings = false;

    [[nodiscard]] bool isOpen() const { return text.isEmpty() && !onlySet && !onlyFindings; }
};

/// The fields of one table; of an array of tables a list of its records and the fields of the chosen one.
class FormSectionBox final : public SectionBox {
    Q_OBJECT

public:
    FormSectionBox(Session& session, const Schema& schema, const FormSection& section, QWidget* parent);

    [[nodiscard]] const Table& table() const { return m_table; }
    [[nodiscard]] const std::vector<FieldRow*>& rows() const { return m_rows; }
    void refresh(const Findings& findings);
    /// True when something of the section stays.
    bool filter(const RowFilter& filter);
    void setNarrow(bool narrow);
    /// The row for a setting; of an array of tables its record is chosen first.
    FieldRow* reveal(const toml::Path& path);

private:
    void makeRecordList();
    void makeRecordButtons();
    void chooseRecord(int index);
    void showRecords();
    [[nodiscard]] std::size_t recordCount() const;
    void submitRecords(Result<Edit> edit, const QString& title, int chosen);

    Session& m_session;
    const Schema& m_schema;
    const Table& m_table;
    std::string m_file;
    std::vector<FieldRow*> m_rows;
    FindingList* m_findings;
    QListWidget* m_records = nullptr;
    QWidget* m_recordButtons = nullptr;
    Findings m_latest;
};

}
