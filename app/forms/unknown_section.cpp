#include "app/forms/unknown_section.h"

#include "app/bridge/text.h"
#include "app/forms/field_editor.h"
#include "app/forms/finding_list.h"
#include "app/views/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <set>

namespace arabesque {

UnknownSection::UnknownSection(Session& session, std::string file, QWidget* parent)
    : SectionBox(toQt(file) + QStringLiteral("/?"), tr("Not known to this version"), {},
                 tr("These keys stay in the file as they are written."), parent),
      m_session(session),
      m_file(std::move(file)) {}

UnknownSection::Row UnknownSection::makeRow(const toml::Path& path) {
    const QString key = toQt(toml::toText(path));
    auto* widget = new QWidget(this);
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(2);
    auto* head = new QHBoxLayout;
    auto* label = new QLabel(key, widget);
    label->setFont(codeFont());
    label->setMinimumWidth(40);
    label->setToolTip(key);
    auto* show = new QToolButton(widget);
    show->setIcon(icon(QStringLiteral("source")));
    show->setToolTip(tr("Show in source"));
    show->setAccessibleName(tr("Show %1 in source").arg(key));
    head->addWidget(label, 1);
    head->addWidget(show);
    layout->addLayout(head);
    FieldEditor* editor = makeRawEditor(widget);
    editor->setMaximumWidth(540);
    editor->input()->setAccessibleName(key);
    label->setBuddy(editor->input());
    layout->addWidget(editor);
    auto* findings = new FindingList(m_session, widget);
    layout->addWidget(findings);
    connect(show, &QToolButton::clicked, this,
            [this, path] { m_session.navigation().goToSource({m_file, path}); });
    connect(editor, &FieldEditor::edited, this, [this, path, key](const std::string& value) {
        auto edit = toml::set(m_file, m_session.document(m_file), path, value);
        if (edit)
            m_session.submit(std::move(*edit), tr("change of %1").arg(key), QStringLiteral("key ") + key);
    });
    body()->addWidget(widget);
    return {widget, editor, findings};
}

const UnknownSection::Row* UnknownSection::find(const toml::Path& path) const {
    for (toml::Path outer = path; !outer.empty(); outer.pop_back())
        if (const auto row = m_rows.find(toml::toText(outer)); row != m_rows.end()) return &row->second;
    return nullptr;
}

QWidget* UnknownSection::rowFor(const toml::Path& path) const {
    const Row* row = find(path);
    return row ? row->widget : nullptr;
}

QWidget* UnknownSection::inputFor(const toml::Path& path) const {
    const Row* row = find(path);
    return row ? row->editor->input() : nullptr;
}

toml::Path UnknownSection::pathOf(const QWidget* widget) const {
    for (const auto& [key, row] : m_rows)
        if (row.widget == widget || row.widget->isAncestorOf(widget))
            return toml::readPath(key).value_or(toml::Path{});
    return {};
}

void UnknownSection::refresh(const Schema& schema, const Findings& findings) {
    const toml::Document& document = m_session.document(m_file);
    std::set<std::string> present;
    for (const toml::Path& path : unknownKeys(document, schema)) {
        const std::string key = toml::toText(path);
        present.insert(key);
        auto row = m_rows.find(key);
        if (row == m_rows.end()) row = m_rows.emplace(key, makeRow(path)).first;
        const toml::Node* node = document.find(path);
        const toml::Value* value = node ? node->value : nullptr;
        row->second.editor->setVisible(value != nullptr);
        if (value) {
            const auto written = document.text().substr(value->range.begin, value->range.size());
            row->second.editor->setProperty("written", toQt(written));
            row->second.editor->show(value, nullptr);
        }
        row->second.findings->show(findings.at(path));
    }
    std::erase_if(m_rows, [&](const auto& row) {
        if (present.contains(row.first)) return false;
        row.second.widget->deleteLater();
        row.second.widget->hide();
        return true;
    });
    setVisible(!m_rows.empty());
}

}
