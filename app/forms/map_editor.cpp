#include "app/forms/map_editor.h"

#include "app/bridge/text.h"
#include "app/forms/form_layout.h"
#include "app/views/field_text.h"
#include "app/views/theme.h"
#include "core/schema/assist.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace arabesque {

namespace {

constexpr std::string_view mapType = "map<";

Field elementOf(const Field& field) {
    const std::string type =
        field.typeText.substr(mapType.size(), field.typeText.size() - mapType.size() - 1);
    Field element{.path = "value", .type = ValueType::Any};
    if (type == "string") element.type = ValueType::String;
    if (type == "boolean") element.type = ValueType::Boolean;
    if (type == "int" || type.starts_with("int:") || type == "byte") element.type = ValueType::Integer;
    if (type == "float" || type == "decimal") element.type = ValueType::Float;
    if (type == "string[]") element.type = ValueType::StringList;
    return element;
}

}

bool isMap(const Field& field) {
    return field.type == ValueType::Any && field.typeText.starts_with(mapType) &&
           field.typeText.ends_with('>');
}

MapEditor::MapEditor(Session& session, std::string file, const Field& field, QWidget* parent)
    : FieldEditor(parent),
      m_session(session),
      m_file(std::move(file)),
      m_label(labelOf(field)),
      m_element(elementOf(field)),
      m_list(new QVBoxLayout),
      m_add(new QToolButton(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_list->setSpacing(4);
    layout->addLayout(m_list);
    m_add->setIcon(icon(QStringLiteral("add")));
    m_add->setText(tr("Add entry"));
    m_add->setToolTip(
        tr("Add entry (%1)").arg(QKeySequence(Qt::Key_Insert).toString(QKeySequence::NativeText)));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QToolButton::clicked, this, &MapEditor::addEntry);
    auto* insert = new QShortcut(QKeySequence(Qt::Key_Insert), this);
    insert->setContext(Qt::WidgetWithChildrenShortcut);
    connect(insert, &QShortcut::activated, this, &MapEditor::addEntry);
}

QWidget* MapEditor::input() const {
    return m_rows.empty() ? static_cast<QWidget*>(m_add) : m_rows.front().key;
}

FieldEditor* MapEditor::valueEditor(int row) const {
    const Row& shown = m_rows[static_cast<std::size_t>(row)];
    return shown.raw->isHidden() ? shown.typed : shown.raw;
}

toml::Path MapEditor::pathOf(const std::string& key) const {
    toml::Path path = m_path;
    path.emplace_back(key);
    return path;
}

void MapEditor::addRow() {
    const int number = count();
    auto* widget = new QWidget(this);
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto* key = new QLineEdit(widget);
    key->setAccessibleName(tr("Key %1 of %2").arg(number + 1).arg(m_label));
    auto* typed = makeEditor(m_element, widget);
    auto* raw = makeRawEditor(widget);
    for (FieldEditor* editor : {typed, raw}) {
        editor->input()->setAccessibleName(tr("Value %1 of %2").arg(number + 1).arg(m_label));
        connect(editor, &FieldEditor::edited, this,
                [this, number](const std::string& value) { write(number, value); });
        connect(editor, &FieldEditor::refused, this, &FieldEditor::refused);
    }
    auto* remove = new QToolButton(widget);
    remove->setIcon(icon(QStringLiteral("remove")));
    remove->setToolTip(tr("Remove entry"));
    remove->setAccessibleName(tr("Remove entry %1 of %2").arg(number + 1).arg(m_label));
    layout->addWidget(key, 2, Qt::AlignTop);
    layout->addWidget(typed, 3, Qt::AlignTop);
    layout->addWidget(raw, 3, Qt::AlignTop);
    layout->addWidget(remove, 0, Qt::AlignTop);
    m_list->addWidget(widget);
    m_rows.push_back({widget, key, typed, raw, {}});
    connect(key, &QLineEdit::editingFinished, this, [this, number] { rename(number); });
    connect(remove, &QToolButton::clicked, this, [this, number] { removeEntry(number); });
}

void MapEditor::showRow(Row& row, const toml::Member& member) {
    const toml::Value* value = member.node.value;
    row.name = member.name;
    const bool isTyped = value && row.typed->canShow(*value);
    if (!row.key->hasFocus() || !row.key->isModified()) row.key->setText(toQt(member.name));
    FieldEditor* shown = isTyped ? row.typed : row.raw;
    row.typed->setVisible(isTyped);
    row.raw->setVisible(!isTyped);
    row.raw->setEnabled(value != nullptr);   // a table inside the map is edited in the text
    const auto text = m_session.document(m_file).text();
    shown->setProperty("written",
                       value ? toQt(text.substr(value->range.begin, value->range.size())) : QString());
    shown->show(value, nullptr);
}

void MapEditor::showEntries(const toml::Path& path, const toml::Node* node) {
    m_path = path;
    const std::size_t wanted = node ? node->members.size() : 0;
    while (m_rows.size() > wanted) {
        m_rows.back().widget->hide();
        m_rows.back().widget->deleteLater();
        m_rows.pop_back();
    }
    while (m_rows.size() < wanted) addRow();
    for (std::size_t i = 0; i < wanted; ++i) showRow(m_rows[i], node->members[i]);
    m_add->setAccessibleName(tr("Add entry to %1").arg(m_label));
}

void MapEditor::submit(Result<Edit> edit, const QString& title, const QString& mergeKey) {
    emit refused(edit ? QString() : translated(edit.error().message));
    if (edit) m_session.submit(std::move(*edit), title, mergeKey);
}

void MapEditor::addEntry() {
    const toml::Document& document = m_session.document(m_file);
    std::string key = "new";
    for (int i = 2; document.find(pathOf(key)); ++i) key = "new" + std::to_string(i);
    const std::string value = m_element.type == ValueType::Float ? "0.0" : firstValueOf(m_element);
    submit(toml::set(m_file, document, pathOf(key), value), tr("new entry of %1").arg(m_label));
    for (const Row& row : m_rows) {
        if (row.name != key) continue;
        row.key->setFocus(Qt::OtherFocusReason);
        row.key->selectAll();
    }
}

void MapEditor::removeEntry(int row) {
    submit(
        toml::unset(m_file, m_session.document(m_file), pathOf(m_rows[static_cast<std::size_t>(row)].name)),
        tr("removed entry of %1").arg(m_label));
}

void MapEditor::rename(int row) {
    if (row >= count()) return;
    const Row& renamed = m_rows[static_cast<std::size_t>(row)];
    const std::string name = fromQt(renamed.key->text());
    if (name == renamed.name) return;
    renamed.key->setModified(false);
    const toml::Document& document = m_session.document(m_file);
    if (name.empty() || document.find(pathOf(name))) {
        emit refused(name.empty() ? tr("An entry needs a key.")
                                  : tr("There is a key '%1' already.").arg(toQt(name)));
        renamed.key->setText(toQt(renamed.name));
        return;
    }
    submit(toml::rename(m_file, document, pathOf(renamed.name), name),
           tr("renamed entry of %1").arg(m_label));
}

void MapEditor::write(int row, const std::string& value) {
    if (row >= count()) return;
    const toml::Path path = pathOf(m_rows[static_cast<std::size_t>(row)].name);
    submit(toml::set(m_file, m_session.document(m_file), path, value), tr("change of %1").arg(m_label),
           QStringLiteral("field %1 %2").arg(toQt(m_file), toQt(toml::toText(path))));
}

}
