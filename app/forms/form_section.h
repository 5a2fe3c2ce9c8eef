#pragma once

#include "app/forms/findings.h"
#include "app/forms/form_layout.h"
#include "app/forms/row_block.h"
#include "app/forms/section_box.h"
#include "app/session/session.h"

#include <span>
#include <vector>

class QLabel;
class QListWidget;

namespace arabesque {

class FieldRow;
class FindingList;

/// The fields of one table; of an array of tables a list of its records and the fields of the chosen one.
class FormSectionBox final : public SectionBox {
    Q_OBJECT

public:
    FormSectionBox(Session& session, const Schema& schema, const FormSection& section, QWidget* parent);

    [[nodiscard]] const Table& table() const { return m_table; }
    /// Its own and those of the arrays of tables inside it.
    [[nodiscard]] std::vector<FieldRow*> rows() const;
    [[nodiscard]] const std::vector<RowBlock*>& blocks() const { return m_blocks; }
    void refresh(const Findings& findings);
    /// True when something of the section stays.
    bool filter(const RowFilter& filter);
    void setNarrow(bool narrow);
    /// The row for a setting; of an array of tables its record is chosen first.
    FieldRow* reveal(const toml::Path& path);
    /// The section of a table or record, itself or one inside it; the records on the way are chosen.
    FormSectionBox* sectionFor(const toml::Path& path);

private:
    /// A table inside a record, whose fields stand below its name.
    struct Group {
        QLabel* title;
        std::vector<FieldRow*> rows;
    };

    void makeRows(const FormSection& section);
    void makeBlocks(std::span<const Field* const> fields);
    void makeRecordList();
    void makeRecordButtons();
    void setOuter(std::vector<std::size_t> outer);
    void chooseRecord(int index);
    void chooseRecordOf(const toml::Path& path);
    void showRecords();
    void paintRenamedRecords();
    void showGroups();
    [[nodiscard]] toml::Path arrayPath() const;
    [[nodiscard]] std::size_t recordCount() const;
    [[nodiscard]] bool holdsTable(std::string_view pattern) const;
    [[nodiscard]] FieldRow* rowFor(std::string_view pattern) const;
    [[nodiscard]] QString nameOfRecord(std::size_t index) const;
    void submitRecords(Result<Edit> edit, const QString& title, int chosen);

    Session& m_session;
    const Schema& m_schema;
    const Table& m_table;
    std::string m_file;
    std::vector<FieldRow*> m_rows;     ///< of a record
    std::vector<RowBlock*> m_blocks;   ///< of a table
    std::vector<Group> m_groups;
    std::vector<FormSectionBox*> m_inner;
    std::vector<std::size_t> m_outer;   ///< the records it is inside of, outermost first
    FindingList* m_findings;
    QListWidget* m_records = nullptr;
    QStringList m_namesInSight;   ///< of records, as they were painted
    QWidget* m_recordButtons = nullptr;
    Findings m_latest;
};

}
