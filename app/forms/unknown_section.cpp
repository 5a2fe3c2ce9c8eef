#include "app/forms/unknown_section.h"

#include "app/bridge/text.h"
#include "app/forms/field_editor.h"
#include "app/forms/finding_list.h"
#include "app/views/elided_label.h"
#include "app/views/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace arabesque {

/// A key and its value as it is written.
class UnknownRow final : public QWidget {
public:
    UnknownRow(Session& session, QWidget* parent)
        : QWidget(parent),
          m_label(new ElidedLabel(Qt::ElideMiddle, Role::Text, this)),
          m_show(new QToolButton(this)),
          m_editor(makeRawEditor(this)),
          m_findings(new FindingList(session, this)) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(12, 4, 8, 4);
        layout->setSpacing(2);
        auto* head = new QHBoxLayout;
        m_label->setFont(codeFont());
        m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        m_show->setIcon(icon(QStringLiteral("source")));
        m_show->setToolTip(UnknownSection::tr("Show in source"));
        head->addWidget(m_label, 1);
        head->addWidget(m_show);
        layout->addLayout(head);
        m_editor->setMaximumWidth(540);
        layout->addWidget(m_editor);
        layout->addWidget(m_findings);
    }

    [[nodiscard]] const toml::Path& path() const { return m_path; }
    [[nodiscard]] const QToolButton* showButton() const { return m_show; }
    [[nodiscard]] FieldEditor* editor() const { return m_editor; }

    void setPath(const toml::Path& path) {
        m_path = path;
        const QString key = toQt(toml::toText(path));
        m_label->setWhole(key);
        m_show->setAccessibleName(UnknownSection::tr("Show %1 in source").arg(key));
        m_editor->input()->setAccessibleName(key);
    }

    void refresh(const toml::Document& document, const Findings& findings) {
        const toml::Node* node = document.find(m_path);
        const toml::Value* value = node ? node->value : nullptr;
        m_editor->setVisible(value != nullptr);
        if (value) {
            const auto written = document.text().substr(value->range.begin, value->range.size());
            m_editor->setProperty("written", toQt(written));
            m_editor->show(value, nullptr);
        }
        m_findings->show(findings.at(m_path));
    }

private:
    toml::Path m_path;
    ElidedLabel* m_label;
    QToolButton* m_show;
    FieldEditor* m_editor;
    FindingList* m_findings;
};

UnknownSection::UnknownSection(Session& session, std::string file, QWidget* parent)
    : SectionBox(toQt(file) + QStringLiteral("/?"), tr("Not known to this version"), {},
                 tr("These keys stay in the file as they are written."), parent),
      m_session(session),
      m_file(std::move(file)) {}

UnknownRow* UnknownSection::makeRow() {
    auto* row = new UnknownRow(m_session, this);
    connect(row->showButton(), &QToolButton::clicked, this,
            [this, row] { m_session.navigation().goToSource({m_file, row->path()}); });
    connect(row->editor(), &FieldEditor::edited, this, [this, row](const std::string& value) {
        const QString key = toQt(toml::toText(row->path()));
        auto edit = toml::set(m_file, m_session.document(m_file), row->path(), value);
        if (edit)
            m_session.submit(std::move(*edit), tr("change of %1").arg(key), QStringLiteral("key ") + key);
    });
    body()->addWidget(row);
    return row;
}

UnknownRow* UnknownSection::find(const toml::Path& path) const {
    for (toml::Path outer = path; !outer.empty(); outer.pop_back())
        if (const auto row = m_rows.find(toml::toText(outer)); row != m_rows.end()) return row->second;
    return nullptr;
}

QWidget* UnknownSection::rowFor(const toml::Path& path) const {
    return find(path);
}

QWidget* UnknownSection::inputFor(const toml::Path& path) const {
    const UnknownRow* row = find(path);
    return row ? row->editor()->input() : nullptr;
}

toml::Path UnknownSection::pathOf(const QWidget* widget) const {
    for (const auto& [key, row] : m_rows)
        if (row == widget || row->isAncestorOf(widget)) return row->path();
    return {};
}

void UnknownSection::refresh(const Findings& findings) {
    const toml::Document& document = m_session.document(m_file);
    const auto unknown = m_session.unknownKeys(m_file);
    auto before = std::exchange(m_rows, {});
    for (const toml::Path& path : unknown)
        if (auto kept = before.extract(toml::toText(path))) m_rows.insert(std::move(kept));
    // A key that is being typed is another one with each letter: the row of one that went shows one that came.
    const auto isFree = [focus = QApplication::focusWidget()](const auto& each) {
        return !focus || !each.second->isAncestorOf(focus);
    };
    for (const toml::Path& path : unknown) {
        auto [row, isNew] = m_rows.try_emplace(toml::toText(path), nullptr);
        if (isNew) {
            const auto spare = std::ranges::find_if(before, isFree);
            row->second = spare == before.end() ? makeRow() : before.extract(spare).mapped();
            row->second->setPath(path);
        }
        row->second->refresh(document, findings);
    }
    for (const auto& [key, row] : before) {
        row->deleteLater();
        row->hide();
    }
    setVisible(!m_rows.empty());
}

}
