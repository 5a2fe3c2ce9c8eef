#include "app/forms/form_section.h"

#include "app/bridge/text.h"
#include "app/forms/field_row.h"
#include "app/forms/finding_list.h"
#include "app/forms/record_edits.h"
#include "app/views/field_text.h"
#include "app/views/theme.h"
#include "core/toml/elements.h"
#include "core/toml/rewrite.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

namespace arabesque {

namespace {

QString keyOf(const Table& table) {
    if (table.path.empty() || (labelOf(table) == toQt(table.path) && !table.records)) return {};
    const QString header = toQt(table.path).remove(QStringLiteral("[]"));
    return table.records ? QStringLiteral("[[%1]]").arg(header) : QStringLiteral("[%1]").arg(header);
}

constexpr int recordsInSight = 5;   // and perhaps a part of one more

/// Of thousands of records only those in sight are asked for their names.
class RecordItem final : public QListWidgetItem {
public:
    explicit RecordItem(std::function<QString()> name) : m_name(std::move(name)) {}

    [[nodiscard]] QVariant data(int role) const override {
        return role == Qt::DisplayRole ? QVariant(m_name()) : QListWidgetItem::data(role);
    }

private:
    std::function<QString()> m_name;
};

QString titleOf(const Table& table) {
    return table.path.empty() ? FormSectionBox::tr("Top level") : labelOf(table);
}

}

FormSectionBox::FormSectionBox(Session& session, const Schema& schema, const FormSection& section,
                               QWidget* parent)
    : SectionBox(toQt(schema.document() + "/" + section.table->path), titleOf(*section.table),
                 keyOf(*section.table), translated(section.table->summary), parent),
      m_session(session),
      m_schema(schema),
      m_table(*section.table),
      m_file(schema.document()),
      m_findings(new FindingList(session, this)) {
    m_findings->setContentsMargins(12, 0, 8, 0);
    body()->addWidget(m_findings);
    if (m_table.records) makeRecordList();
    makeRows(section);
    for (const FormSection& inner : section.inner) {
        m_inner.push_back(new FormSectionBox(session, schema, inner, this));
        m_inner.back()->setContentsMargins(12, 0, 0, 0);
        body()->addWidget(m_inner.back());
    }
}

void FormSectionBox::makeRows(const FormSection& section) {
    if (!m_table.records) return makeBlocks(section.fields);
    for (const Field* field : section.fields) {
        const std::string_view owner = parentOf(field->path);
        const Table* table = owner == m_table.path ? nullptr : m_schema.table(owner);
        const bool begins = table && (m_rows.empty() || parentOf(m_rows.back()->field().path) != owner);
        if (begins) {
            auto* title = new QLabel(labelOf(*table), this);
            title->setObjectName(QStringLiteral("caption"));
            title->setContentsMargins(12, 8, 8, 0);
            title->setToolTip(toQt(std::string(owner)));
            body()->addWidget(title);
            m_groups.push_back({title, {}});
        }
        m_rows.push_back(new FieldRow(m_session, m_file, *field, this));
        body()->addWidget(m_rows.back());
        if (table) m_groups.back().rows.push_back(m_rows.back());
    }
}

void FormSectionBox::makeBlocks(std::span<const Field* const> fields) {
    while (!fields.empty()) {
        const auto run = fields.first(std::min(RowBlock::size, fields.size()));
        m_blocks.push_back(new RowBlock(m_session, m_file, run, this));
        body()->addWidget(m_blocks.back());
        fields = fields.subspan(run.size());
    }
}

std::vector<FieldRow*> FormSectionBox::rows() const {
    std::vector<FieldRow*> all = m_rows;
    for (const RowBlock* block : m_blocks) all.insert(all.end(), block->rows().begin(), block->rows().end());
    for (const FormSectionBox* inner : m_inner) {
        const auto more = inner->rows();
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

/// The first texts of a record, so that it can be told from the others; secrets are not shown.
QString FormSectionBox::nameOfRecord(std::size_t index) const {
    QStringList parts;
    const toml::Document* document = nullptr;   // a long one as it was last checked, for it is not read here
    if (m_session.isAtHand(m_file)) {
        document = &m_session.document(m_file);
    } else if (const auto& analysis = m_latest.analysis()) {
        const auto checked = analysis->documents.find(m_file);
        if (checked != analysis->documents.end()) document = &checked->second;
    }
    const toml::Node* array = document ? document->find(arrayPath()) : nullptr;
    if (!array || index >= array->elements.size()) return {};
    for (const toml::Member& member : array->elements[index].members) {
        const toml::Value* value = member.node.value;
        if (parts.size() == 2 || !value || value->kind != toml::Kind::String || value->text.empty()) continue;
        const Field* field = m_schema.field(m_table.path + "[]." + member.name);
        if (!field || field->meaning != Meaning::Secret) parts << toQt(value->text);
    }
    return parts.isEmpty() ? tr("Entry %1").arg(index + 1) : parts.join(QStringLiteral("  ·  "));
}

void FormSectionBox::makeRecordList() {
    m_records = new QListWidget(this);
    m_records->setObjectName(QStringLiteral("records"));
    m_records->setAccessibleName(labelOf(m_table));
    m_records->setFrameShape(QFrame::NoFrame);
    m_records->setAlternatingRowColors(false);
    m_records->setUniformItemSizes(true);
    makeRecordButtons();
    header()->addWidget(m_recordButtons);
    body()->addWidget(m_records);
    connect(m_records, &QListWidget::currentRowChanged, this, &FormSectionBox::chooseRecord);
}

void FormSectionBox::makeRecordButtons() {
    m_recordButtons = new QWidget(this);
    auto* buttons = new QHBoxLayout(m_recordButtons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(2);
    const auto addButton = [&](const QString& iconName, const QString& name, const QKeySequence& keys,
                               const auto& action) {
        auto* button = new QToolButton(m_recordButtons);
        button->setIcon(icon(iconName));
        button->setAccessibleName(tr("%1 in %2").arg(name, labelOf(m_table)));
        button->setToolTip(QStringLiteral("%1 (%2)").arg(name, keys.toString(QKeySequence::NativeText)));
        buttons->addWidget(button);
        connect(button, &QToolButton::clicked, this, action);
        auto* shortcut = new QShortcut(keys, m_records);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    const auto document = [this]() -> const toml::Document& { return m_session.document(m_file); };
    const auto current = [this] { return static_cast<std::size_t>(std::max(0, m_records->currentRow())); };
    addButton(QStringLiteral("add"), tr("Add entry"), Qt::Key_Insert, [this, document] {
        submitRecords(addRecord(m_file, document(), m_schema, m_table, m_outer),
                      tr("new entry of %1").arg(labelOf(m_table)), static_cast<int>(recordCount()));
    });
    addButton(QStringLiteral("copy"), tr("Duplicate entry"), Qt::CTRL | Qt::Key_D, [this, document, current] {
        const auto index = current();
        submitRecords(toml::duplicateElement(m_file, document(), arrayPath(), index),
                      tr("copied entry of %1").arg(labelOf(m_table)), static_cast<int>(index) + 1);
    });
    addButton(QStringLiteral("up"), tr("Move entry up"), Qt::ALT | Qt::Key_Up, [this, document, current] {
        const auto index = current();
        if (index > 0)
            submitRecords(toml::moveElement(m_file, document(), arrayPath(), index, index - 1),
                          tr("moved entry of %1").arg(labelOf(m_table)), static_cast<int>(index) - 1);
    });
    addButton(QStringLiteral("down"), tr("Move entry down"), Qt::ALT | Qt::Key_Down,
              [this, document, current] {
                  const auto index = current();
                  submitRecords(toml::moveElement(m_file, document(), arrayPath(), index, index + 1),
                                tr("moved entry of %1").arg(labelOf(m_table)), static_cast<int>(index) + 1);
              });
    addButton(QStringLiteral("remove"), tr("Remove entry"), Qt::Key_Delete, [this, document, current] {
        toml::Path element = arrayPath();
        element.emplace_back(current());
        submitRecords(toml::unset(m_file, document(), element),
                      tr("removed entry of %1").arg(labelOf(m_table)), static_cast<int>(current()));
    });
}

void FormSectionBox::submitRecords(Result<Edit> edit, const QString& title, int chosen) {
    if (!edit || edit->empty()) return;
    m_session.submit(*std::move(edit), title);
    showRecords();
    m_records->setCurrentRow(std::min(chosen, m_records->count() - 1));
}

toml::Path FormSectionBox::arrayPath() const {
    return pathFor(m_table.path, m_outer);
}

std::size_t FormSectionBox::recordCount() const {
    const toml::Node* array = m_session.document(m_file).find(arrayPath());
    return array ? array->elements.size() : 0;
}

void FormSectionBox::setOuter(std::vector<std::size_t> outer) {
    m_outer = std::move(outer);
}

void FormSectionBox::chooseRecord(int index) {
    std::vector<std::size_t> elements = m_outer;
    elements.push_back(static_cast<std::size_t>(std::max(0, index)));
    for (FieldRow* row : m_rows) {
        row->setRecord(elements);
        row->setVisible(index >= 0);
        row->refresh(m_latest);
    }
    showGroups();
    for (FormSectionBox* inner : m_inner) {
        inner->setOuter(elements);
        inner->setVisible(index >= 0);
        inner->refresh(m_latest);
    }
}

void FormSectionBox::showGroups() {
    for (const Group& group : m_groups)
        group.title->setVisible(!std::ranges::all_of(group.rows, &QWidget::isHidden));
}

void FormSectionBox::showRecords() {
    const int count = static_cast<int>(recordCount());
    const int before = m_records->currentRow();
    const QSignalBlocker blocker(m_records);
    while (m_records->count() > count) delete m_records->takeItem(m_records->count() - 1);
    for (auto i = static_cast<std::size_t>(m_records->count()); i < static_cast<std::size_t>(count); ++i)
        m_records->addItem(new RecordItem([this, i] { return nameOfRecord(i); }));
    paintRenamedRecords();
    if (count > 0) m_records->setCurrentRow(std::clamp(before, 0, count - 1));
    m_records->setVisible(count > 0);
    const int rowHeight = count > 0 ? std::max(24, m_records->sizeHintForRow(0)) : 0;
    m_records->setFixedHeight(std::min(count, recordsInSight) * rowHeight + 4);
    const auto buttons = m_recordButtons->findChildren<QToolButton*>();
    for (qsizetype i = 1; i < buttons.size(); ++i) buttons[i]->setVisible(count > 0);
    chooseRecord(count > 0 ? m_records->currentRow() : -1);
}

void FormSectionBox::paintRenamedRecords() {
    QStringList names;
    const int first = std::max(0, m_records->indexAt({0, 0}).row());
    for (int row = first; row < std::min(first + recordsInSight + 1, m_records->count()); ++row)
        names << nameOfRecord(static_cast<std::size_t>(row));
    if (std::exchange(m_namesInSight, names) != names) m_records->viewport()->update();
}

void FormSectionBox::refresh(const Findings& findings) {
    m_latest = findings;
    m_findings->show(m_table.path.empty() ? std::vector<Diagnostic>{} : findings.at(arrayPath()));
    if (m_table.records) return showRecords();
    for (RowBlock* block : m_blocks) block->refresh(findings);
}

bool FormSectionBox::filter(const RowFilter& filter) {
    const bool hasRecord = !m_table.records || recordCount() > 0;
    bool any = false;
    for (FieldRow* row : m_rows) {
        const bool shown =
            hasRecord && (filter.isOpen() ||
                          filter.passes(m_session.document(m_file), m_latest, row->field(), row->path()));
        row->setVisible(shown);
        any = any || shown;
    }
    for (RowBlock* block : m_blocks) {
        const bool shown = block->filter(filter);
        any = any || shown;
    }
    showGroups();
    for (FormSectionBox* inner : m_inner) {
        const bool shown = hasRecord && inner->filter(filter);
        inner->setVisible(shown);
        any = any || shown;
    }
    const bool tableMatches = labelOf(m_table).contains(filter.text, Qt::CaseInsensitive) &&
                              !filter.onlySet && (!filter.onlyFindings || !m_findings->isHidden());
    setVisible(any || filter.isOpen() || (!filter.text.isEmpty() && tableMatches) ||
               (filter.onlyFindings && tableMatches));
    return !isHidden();
}

void FormSectionBox::setNarrow(bool narrow) {
    for (FieldRow* row : m_rows) row->setNarrow(narrow);
    for (RowBlock* block : m_blocks) block->setNarrow(narrow);
    for (FormSectionBox* inner : m_inner) inner->setNarrow(narrow);
}

FieldRow* FormSectionBox::rowFor(std::string_view pattern) const {
    const auto row =
        std::ranges::find_if(m_rows, [&](FieldRow* each) { return each->field().path == pattern; });
    if (row != m_rows.end()) return *row;
    if (parentOf(pattern) != m_table.path) return nullptr;
    const auto block =
        std::ranges::find_if(m_blocks, [&](const RowBlock* each) { return each->has(pattern); });
    return block == m_blocks.end() ? nullptr : (*block)->rowFor(pattern);
}

bool FormSectionBox::holdsTable(std::string_view pattern) const {
    return m_table.path == pattern ||
           std::ranges::any_of(m_inner, [&](const auto* inner) { return inner->holdsTable(pattern); });
}

/// Shows the record of this array of tables that `path` leads through.
void FormSectionBox::chooseRecordOf(const toml::Path& path) {
    std::size_t depth = 0;
    for (const toml::Step& step : path) {
        const auto* index = std::get_if<std::size_t>(&step);
        if (!index || depth++ < m_outer.size()) continue;
        if (m_records && m_records->currentRow() != static_cast<int>(*index))
            m_records->setCurrentRow(static_cast<int>(*index));
        return;
    }
}

FieldRow* FormSectionBox::reveal(const toml::Path& path) {
    const std::string pattern = Schema::patternOf(path);
    if (FieldRow* row = rowFor(pattern)) {
        chooseRecordOf(path);
        return row;
    }
    for (FormSectionBox* inner : m_inner) {
        if (!std::ranges::contains(inner->rows(), pattern, [](FieldRow* row) { return row->field().path; }))
            continue;
        chooseRecordOf(path);
        return inner->reveal(path);
    }
    return nullptr;
}

FormSectionBox* FormSectionBox::sectionFor(const toml::Path& path) {
    std::string pattern = Schema::patternOf(path);
    if (pattern.ends_with("[]")) pattern.resize(pattern.size() - 2);
    if (!holdsTable(pattern)) return nullptr;
    chooseRecordOf(path);
    if (m_table.path == pattern) return this;
    for (FormSectionBox* inner : m_inner)
        if (FormSectionBox* found = inner->sectionFor(path)) return found;
    return nullptr;
}

}
