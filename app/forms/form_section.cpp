#include "app/forms/form_section.h"

#include "app/bridge/text.h"
#include "app/forms/field_row.h"
#include "app/forms/finding_list.h"
#include "app/forms/record_edits.h"
#include "app/views/theme.h"
#include "core/toml/elements.h"
#include "core/toml/rewrite.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace arabesque {

namespace {

QString keyOf(const Table& table) {
    if (table.path.empty() || (labelOf(table) == toQt(table.path) && !table.records)) return {};
    return table.records ? QStringLiteral("[[%1]]").arg(toQt(table.path))
                         : QStringLiteral("[%1]").arg(toQt(table.path));
}

QString titleOf(const Table& table) {
    return table.path.empty() ? FormSectionBox::tr("Top level") : labelOf(table);
}

/// The first texts of a record, so that it can be told from the others.
QString nameOfRecord(const toml::Node& record, std::size_t index) {
    QStringList parts;
    for (const toml::Member& member : record.members) {
        if (parts.size() < 2 && member.node.value && member.node.value->kind == toml::Kind::String) {
            if (!member.node.value->text.empty()) parts << toQt(member.node.value->text);
        }
    }
    return parts.isEmpty() ? FormSectionBox::tr("Entry %1").arg(index + 1)
                           : parts.join(QStringLiteral("  ·  "));
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
    for (const Field* field : section.fields) {
        m_rows.push_back(new FieldRow(session, m_file, *field, this));
        body()->addWidget(m_rows.back());
    }
}

void FormSectionBox::makeRecordList() {
    m_records = new QListWidget(this);
    m_records->setObjectName(QStringLiteral("records"));
    m_records->setAccessibleName(labelOf(m_table));
    m_records->setFrameShape(QFrame::NoFrame);
    m_records->setAlternatingRowColors(false);
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
    const toml::Path path = pathFor(m_table.path);
    const auto document = [this]() -> const toml::Document& { return m_session.document(m_file); };
    const auto current = [this] { return static_cast<std::size_t>(std::max(0, m_records->currentRow())); };
    addButton(QStringLiteral("add"), tr("Add entry"), Qt::Key_Insert, [this, document] {
        submitRecords(addRecord(m_file, document(), m_schema, m_table),
                      tr("new entry of %1").arg(labelOf(m_table)), static_cast<int>(recordCount()));
    });
    addButton(QStringLiteral("copy"), tr("Duplicate entry"), Qt::CTRL | Qt::Key_D,
              [this, document, path, current] {
                  const auto index = current();
                  submitRecords(toml::duplicateElement(m_file, document(), path, index),
                                tr("copied entry of %1").arg(labelOf(m_table)), static_cast<int>(index) + 1);
              });
    addButton(
        QStringLiteral("up"), tr("Move entry up"), Qt::ALT | Qt::Key_Up, [this, document, path, current] {
            const auto index = current();
            if (index > 0)
                submitRecords(toml::moveElement(m_file, document(), path, index, index - 1),
                              tr("moved entry of %1").arg(labelOf(m_table)), static_cast<int>(index) - 1);
        });
    addButton(QStringLiteral("down"), tr("Move entry down"), Qt::ALT | Qt::Key_Down,
              [this, document, path, current] {
                  const auto index = current();
                  submitRecords(toml::moveElement(m_file, document(), path, index, index + 1),
                                tr("moved entry of %1").arg(labelOf(m_table)), static_cast<int>(index) + 1);
              });
    addButton(QStringLiteral("remove"), tr("Remove entry"), Qt::Key_Delete, [this, document, path, current] {
        toml::Path element = path;
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

std::size_t FormSectionBox::recordCount() const {
    const toml::Node* array = m_session.document(m_file).find(pathFor(m_table.path));
    return array ? array->elements.size() : 0;
}

void FormSectionBox::chooseRecord(int index) {
    for (FieldRow* row : m_rows) {
        row->setRecord(static_cast<std::size_t>(std::max(0, index)));
        row->setVisible(index >= 0);
        row->refresh(m_latest);
    }
}

void FormSectionBox::showRecords() {
    const toml::Node* array = m_session.document(m_file).find(pathFor(m_table.path));
    const int count = static_cast<int>(recordCount());
    const int before = m_records->currentRow();
    const QSignalBlocker blocker(m_records);
    while (m_records->count() > count) delete m_records->takeItem(m_records->count() - 1);
    while (m_records->count() < count) m_records->addItem(QString());
    for (int i = 0; i < count; ++i) {
        m_records->item(i)->setText(
            nameOfRecord(array->elements[static_cast<std::size_t>(i)], static_cast<std::size_t>(i)));
    }
    if (count > 0) m_records->setCurrentRow(std::clamp(before, 0, count - 1));
    m_records->setVisible(count > 0);
    const int rowHeight = count > 0 ? std::max(24, m_records->sizeHintForRow(0)) : 0;
    m_records->setFixedHeight(std::min(count, 5) * rowHeight + 4);
    const auto buttons = m_recordButtons->findChildren<QToolButton*>();
    for (qsizetype i = 1; i < buttons.size(); ++i) buttons[i]->setVisible(count > 0);
    chooseRecord(count > 0 ? m_records->currentRow() : -1);
}

void FormSectionBox::refresh(const Findings& findings) {
    m_latest = findings;
    m_findings->show(m_table.path.empty() ? std::vector<Diagnostic>{} : findings.at(pathFor(m_table.path)));
    if (m_table.records) return showRecords();
    for (FieldRow* row : m_rows) row->refresh(findings);
}

bool FormSectionBox::filter(const RowFilter& filter) {
    const bool hasRecord = !m_table.records || recordCount() > 0;
    bool any = false;
    for (FieldRow* row : m_rows) {
        const bool shown = hasRecord && row->matches(filter.text) && (!filter.onlySet || row->isSet()) &&
                           (!filter.onlyFindings || row->hasFinding());
        row->setVisible(shown);
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
}

FieldRow* FormSectionBox::reveal(const toml::Path& path) {
    const std::string pattern = Schema::patternOf(path);
    const auto row =
        std::ranges::find_if(m_rows, [&](FieldRow* each) { return each->field().path == pattern; });
    if (row == m_rows.end()) return nullptr;
    if (m_records) {
        for (const toml::Step& step : path) {
            if (const auto* index = std::get_if<std::size_t>(&step); index && (*row)->path() != path) {
                m_records->setCurrentRow(static_cast<int>(*index));
                break;
            }
        }
    }
    return *row;
}

}
