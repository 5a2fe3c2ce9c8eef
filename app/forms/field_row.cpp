#include "app/forms/field_row.h"

#include "app/bridge/text.h"
#include "app/forms/finding_list.h"
#include "app/forms/form_layout.h"
#include "app/forms/map_editor.h"
#include "app/forms/meaning.h"
#include "app/views/field_text.h"
#include "app/views/theme.h"
#include "app/views/wrapped_label.h"
#include "app/views/wrapped_text.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace arabesque {

namespace {

/// What a field of a map is edited in knows the place it is written at; others know values only.
FieldEditor* editorFor(Session& session, const std::string& file, const Field& field, QWidget* parent) {
    if (isMap(field)) return new MapEditor(session, file, field, parent);
    return makeEditor(field, parent);
}

constexpr int labelWidth = 184;
constexpr int iconSize = 13;
constexpr int editorWidth = 480;   // of all alike, so that what stands beside them is one column

}

FieldRow::FieldRow(Session& session, std::string file, const Field& field, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_file(std::move(file)),
      m_field(field),
      m_path(pathFor(field.path)),
      m_grid(new QGridLayout(this)),
      m_label(new WrappedLabel(this)),
      m_editor(editorFor(session, m_file, field, this)),
      m_shown(m_editor),
      m_status(new QWidget(this)),
      m_stateIcon(new QLabel(m_status)),
      m_state(new QLabel(m_status)),
      m_reset(new QToolButton(m_status)),
      m_hint(new WrappedText(Role::Muted, this)),
      m_findings(new FindingList(session, this)),
      m_map(qobject_cast<MapEditor*>(m_editor)) {
    const QString label = labelOf(field);
    m_label->setText(field.required ? tr("%1 (required)").arg(label) : label);
    m_label->setToolTip(QStringLiteral("<p><b>%1</b></p><p>%2</p><p><small>%3</small></p>")
                            .arg(label.toHtmlEscaped(), summaryOf(field).toHtmlEscaped(), toQt(field.path)));
    setWhatsThis(helpText(field, field.fallback));
    m_state->setObjectName(QStringLiteral("muted"));
    m_reset->setObjectName(QStringLiteral("reset"));
    m_reset->setIcon(icon(QStringLiteral("reset")));
    m_reset->setToolTip(tr("Reset to default: removes the key from %1").arg(toQt(m_file)));
    m_reset->setAccessibleName(tr("Reset %1 to its default").arg(label));
    QSizePolicy keepsPlace = m_reset->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keepsPlace);
    connect(m_reset, &QToolButton::clicked, this, &FieldRow::reset);
    makeStatus();
    // Findings never widen the columns above them.
    m_findings->setSizePolicy(QSizePolicy::Ignored, m_findings->sizePolicy().verticalPolicy());
    adopt(m_editor);
    m_grid->setContentsMargins(12, 4, 8, 4);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    place();
}

void FieldRow::adopt(FieldEditor* editor) {
    QWidget* input = editor->input();
    input->setAccessibleName(labelOf(m_field));
    input->setWhatsThis(whatsThis());
    editor->setProperty("folder", toQt(m_session.place().folder.string()));
    connect(editor, &FieldEditor::edited, this, &FieldRow::write);
    connect(editor, &FieldEditor::noted, this, [this](const QString& note) {
        m_hint->setText(note);
        m_hint->show();
    });
    connect(editor, &FieldEditor::refused, this, [this](const QString& reason) {
        m_refusal = reason;
        m_hint->setText(reason);
        m_hint->setVisible(!reason.isEmpty());
    });
}

void FieldRow::setRecord(std::span<const std::size_t> elements) {
    m_path = pathFor(m_field.path, elements);
}

void FieldRow::setNarrow(bool narrow) {
    if (narrow == m_isNarrow) return;
    m_isNarrow = narrow;
    place();
}

void FieldRow::makeStatus() {
    auto* layout = new QHBoxLayout(m_status);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_stateIcon, 0, Qt::AlignTop);
    layout->addWidget(m_state, 0, Qt::AlignTop);
    layout->addWidget(m_reset, 0, Qt::AlignTop);
    m_stateIcon->setContentsMargins(0, 7, 0, 0);
    m_stateIcon->setFixedSize(iconSize, 7 + iconSize);   // what changes within asks for no other layout
    m_state->setContentsMargins(0, 5, 0, 0);
    int widest = 0;
    for (const QString& word : {tr("Set here"), tr("Default"), tr("Not set"), tr("Overridden"), tr("Error"),
                                tr("Warning"), tr("Note")})
        widest = std::max(widest, m_state->fontMetrics().horizontalAdvance(word));
    m_state->setFixedSize(widest + 2, 5 + m_state->fontMetrics().height());
    m_status->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void FieldRow::place() {
    while (QLayoutItem* item = m_grid->takeAt(0)) std::unique_ptr<QLayoutItem> taken(item);
    const int top = m_isNarrow ? 1 : 0;
    const int editorColumn = m_isNarrow ? 0 : 1;
    const int columns = m_isNarrow ? 2 : 1;
    m_label->setMinimumWidth(m_isNarrow ? 40 : labelWidth);
    m_label->setMaximumWidth(m_isNarrow ? QWIDGETSIZE_MAX : labelWidth);
    m_grid->addWidget(m_label, 0, 0, m_isNarrow ? Qt::AlignVCenter : Qt::AlignTop);
    m_label->setContentsMargins(0, m_isNarrow ? 0 : 5, 0, 0);
    for (FieldEditor* editor : {m_editor, m_raw}) {
        if (!editor) continue;
        editor->setMaximumWidth(m_isNarrow ? QWIDGETSIZE_MAX : editorWidth);
        m_grid->addWidget(editor, top, editorColumn, 1, columns);
    }
    m_grid->addWidget(m_status, 0, m_isNarrow ? 1 : 2, Qt::AlignTop);
    m_grid->addWidget(m_hint, top + 1, editorColumn, 1, 2);
    m_grid->addWidget(m_findings, top + 2, editorColumn, 1, 2);
    m_grid->setColumnStretch(0, m_isNarrow ? 1 : 0);
    m_grid->setColumnStretch(1, m_isNarrow ? 0 : 1);
}

void FieldRow::choose(const toml::Value* value) {
    const bool isRaw = value && !m_editor->canShow(*value);
    if (isRaw && !m_raw) {
        m_raw = makeRawEditor(this);
        adopt(m_raw);
        place();
    }
    m_shown = isRaw ? m_raw : m_editor;
    m_editor->setVisible(!isRaw);
    if (m_raw) m_raw->setVisible(isRaw);
    m_label->setBuddy(m_shown->input());
}

void FieldRow::refresh(const Findings& findings) {
    const toml::Document& document = m_session.document(m_file);
    const toml::Node* node = document.find(m_path);
    const toml::Value* value = node ? node->value : nullptr;
    const auto written =
        value ? document.text().substr(value->range.begin, value->range.size()) : std::string_view();
    std::optional<toml::Value> fallback;
    if (!node && findings.analysis()) {
        if (const auto derived = fallbackOf(*findings.analysis(), m_file, m_field))
            fallback = readValue(**derived);
    }
    m_isSet = node != nullptr;
    const std::vector<Diagnostic> found = findings.at(m_path);
    const bool isAll = found.empty() && m_refusal.isEmpty() && !findings.overrideOf(m_field) && !m_map &&
                       m_field.meaning != Meaning::Path;
    std::string said = !isAll ? std::string()
                       : node ? (value ? "= " : "[] ") + std::string(written)
                              : "default " + (fallback ? fallback->text : std::string());
    if (isAll && said == m_said) return;   // of a long form most rows say the same as before
    m_said = std::move(said);
    if (!m_shown->input()->hasFocus() || !value || m_shown->canShow(*value)) choose(value);
    m_shown->setProperty("written", toQt(written));
    if (!value || m_shown->canShow(*value)) m_shown->show(value, fallback ? &*fallback : nullptr);
    const bool isTable = node && node->kind == toml::Node::Kind::Table;
    if (m_map && m_shown == m_map) m_map->showEntries(m_path, isTable ? node : nullptr);
    m_reset->setVisible(m_isSet);
    showHint(value, fallback, findings);
    showState(found, fallback.has_value() || !m_field.fallbackNote.empty(),
              findings.overrideOf(m_field) != nullptr);
    const bool isEditable = !node || value || (m_map && isTable);
    m_shown->input()->setEnabled(isEditable);
    if (!isEditable) {
        m_hint->setText(tr("Written as a table of its own; edit it in the text."));
        m_hint->show();
    }
}

QString FieldRow::hintFor(const toml::Value* shown, const Findings& findings) const {
    if (!shown) return {};
    const bool isNumber = shown->kind == toml::Kind::Integer || shown->kind == toml::Kind::Float;
    if (isNumber || shown->kind == toml::Kind::String) {
        const QString meaning = meaningOf(shown->text, m_field.meaning);
        if (!meaning.isEmpty()) return meaning;
    }
    if (shown->kind != toml::Kind::String) return {};
    if (m_field.meaning != Meaning::Path || shown->text.empty() || !findings.analysis()) return {};
    const auto& resources = findings.analysis()->snapshot->resources;
    const auto resource = resources.find(shown->text);
    if (resource == resources.end()) return {};
    switch (resource->second.kind) {
    case Resource::Kind::Missing: return tr("There is no such file.");
    case Resource::Kind::Directory:
        return tr("Folder with %n file(s)", nullptr, static_cast<int>(resource->second.names.size()));
    case Resource::Kind::File:
        return tr("File of %1")
            .arg(QLocale().formattedDataSize(static_cast<qint64>(resource->second.bytes->size())));
    }
    return {};
}

void FieldRow::showHint(const toml::Value* value, const std::optional<toml::Value>& fallback,
                        const Findings& findings) {
    QStringList parts;
    if (!m_refusal.isEmpty()) parts << m_refusal;
    const QString meaning = hintFor(value ? value : fallback ? &*fallback : nullptr, findings);
    if (!meaning.isEmpty()) parts << meaning;
    if (!m_isSet && !m_field.fallbackNote.empty())
        parts << tr("Default: %1").arg(translated(m_field.fallbackNote));
    if (const Message* instead = findings.overrideOf(m_field)) parts << translated(*instead);
    if (m_field.type == ValueType::Any && !m_map && !m_field.typeText.empty())
        parts << tr("A TOML value of type %1").arg(toQt(m_field.typeText));
    if (m_field.dead) parts << tr("Accepted, but without effect on any file");
    m_hint->setText(parts.join(QStringLiteral(" · ")));
    m_hint->setVisible(!parts.isEmpty());
}

void FieldRow::showState(const std::vector<Diagnostic>& findings, bool hasDefault, bool isOverridden) {
    const Diagnostic* worst = nullptr;
    for (const Diagnostic& finding : findings) {
        if (!worst || finding.severity < worst->severity) worst = &finding;
    }
    const char* severity = worst ? nameOf(worst->severity) : nullptr;
    const QIcon mark = worst          ? icon(worst->severity)
                       : isOverridden ? icon(QStringLiteral("replace"), Role::Info)
                       : m_isSet      ? icon(QStringLiteral("set"), Role::Accent)
                                      : icon(QStringLiteral("default"));
    m_stateIcon->setPixmap(mark.pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    m_state->setText(!worst                                 ? isOverridden ? tr("Overridden")
                                                              : m_isSet    ? tr("Set here")
                                                              : hasDefault ? tr("Default")
                                                                           : tr("Not set")
                                                     : worst->severity == Severity::Error ? tr("Error")
                     : worst->severity == Severity::Warning ? tr("Warning")
                                                            : tr("Note"));
    if (severity && worst->severity != Severity::Info) setFieldState(m_shown->input(), severity);
    m_findings->show(findings);
    const QString spoken =
        QStringList{summaryOf(m_field), m_state->text(), m_hint->text(), m_findings->spoken()}.join(
            QStringLiteral(". "));
    m_shown->input()->setAccessibleDescription(spoken);
}

void FieldRow::write(const std::string& tomlValue) {
    const Schema* schema = m_session.schema(m_file);
    const bool isNew = m_session.document(m_file).find(m_path) == nullptr;
    const auto order = isNew && schema ? schema->namesIn(parentOf(m_field.path)) : std::vector<std::string>();
    auto edit = toml::set(m_file, m_session.document(m_file), m_path, tomlValue, order);
    m_refusal = edit ? QString() : translated(edit.error().message);
    if (!edit) {
        m_hint->setText(m_refusal);
        m_hint->show();
        return;
    }
    m_session.submit(std::move(*edit), tr("change of %1").arg(labelOf(m_field)),
                     QStringLiteral("field %1 %2").arg(toQt(m_file), toQt(toml::toText(m_path))));
}

void FieldRow::reset() {
    auto edit = toml::unset(m_file, m_session.document(m_file), m_path);
    if (edit) m_session.submit(std::move(*edit), tr("reset of %1").arg(labelOf(m_field)));
}

void FieldRow::takeMnemonic(QString& free) {
    const QString label = m_label->text();
    for (qsizetype i = 0; i < label.size(); ++i) {
        const qsizetype found = free.indexOf(label[i].toLower());
        if (found < 0) continue;
        free.remove(found, 1);
        m_label->setText(label.left(i) + QLatin1Char('&') + label.mid(i));
        return;
    }
}

void FieldRow::setCurrent(bool current) {
    if (current == m_isCurrent) return;
    m_isCurrent = current;
    update();
}

void FieldRow::paintEvent(QPaintEvent*) {
    if (!m_isCurrent) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(Role::Line));
    painter.drawRoundedRect(rect(), 6, 6);
    painter.setBrush(colour(Role::Accent));
    painter.drawRoundedRect(
        QRect(layoutDirection() == Qt::RightToLeft ? width() - 3 : 0, 6, 3, height() - 12), 1.5, 1.5);
}

void FieldRow::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(QStringLiteral("source")), tr("Show in source"), QKeySequence(Qt::Key_F4), this,
                    [this] { m_session.navigation().goToSource(selection()); });
    QAction* resetting =
        menu->addAction(icon(QStringLiteral("reset")), tr("Reset to default"), this, &FieldRow::reset);
    resetting->setEnabled(m_isSet);
    menu->addAction(icon(QStringLiteral("copy")), tr("Copy key path"), this,
                    [this] { QGuiApplication::clipboard()->setText(toQt(toml::toText(m_path))); });
    menu->popup(event->globalPos());
}

}
