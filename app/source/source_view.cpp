#include "app/source/source_view.h"

#include "app/bridge/text.h"
#include "app/source/find_bar.h"
#include "app/source/go_to_bar.h"
#include "app/source/source_editor.h"
#include "app/views/views.h"

#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace arabesque {

SourceView::SourceView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_stack(new QStackedLayout),
      m_find(new FindBar(this)),
      m_goTo(new GoToBar(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_find);
    layout->addWidget(m_goTo);
    layout->addLayout(m_stack, 1);
    const Navigation& navigation = session.navigation();
    connect(&navigation, &Navigation::pageChanged, this, &SourceView::showDocument);
    connect(&navigation, &Navigation::selectionChanged, this, &SourceView::followSelection);
    connect(&navigation, &Navigation::placeWanted, this, [this](const Place& place) {
        showDocument();
        if (m_editor) m_editor->goTo(place.range);
    });
    connect(&navigation, &Navigation::sourceWanted, this, [this](const Selection& selection) {
        showDocument();
        if (!m_editor) return;
        const toml::Node* node = m_session.document(selection.document).find(selection.path);
        m_editor->goTo(node ? node->keyRange : ByteRange{});
    });
    connect(&session, &Session::opened, this, [this] {
        m_find->setView(nullptr);
        for (const auto& [file, editor] : m_editors) editor->deleteLater();
        m_editors.clear();
        m_editor = nullptr;
        showDocument();
    });
    const auto addShortcut = [this](const QKeySequence& keys, auto action) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    addShortcut(QKeySequence::Find, [this] { m_find->start(); });
    addShortcut(QKeySequence::Replace, [this] { m_find->start(); });
    addShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+F")), [this] {
        if (m_editor) m_editor->toggleFoldAtCursor();
    });
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), [this] { m_goTo->start(); });
    connect(m_goTo, &GoToBar::lineWanted, this, [this](int line, int column) {
        if (m_editor) m_editor->goToLine(line, column);
        m_goTo->hide();
    });
    connect(m_goTo, &GoToBar::keyWanted, this, &SourceView::goToKey);
    connect(m_goTo, &GoToBar::closed, this, [this] {
        if (m_editor) m_editor->setFocus(Qt::OtherFocusReason);
    });
    for (const auto* keys : {"Alt+Return", "Ctrl+."}) {
        addShortcut(QKeySequence(QString::fromLatin1(keys)), [this] {
            if (m_editor) m_editor->openFixes();
        });
    }
    addShortcut(QKeySequence(Qt::Key_F4), [this] {
        if (m_editor) m_session.navigation().goToSetting(m_editor->selectionAtCursor());
    });
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_Tab), [this] {
        if (m_editor) focusNextChild();
    });
    showDocument();
}

void SourceView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showDocument();
    followSelection();
}

void SourceView::showDocument() {
    const std::string& file = m_session.navigation().page();
    if (!isVisibleTo(window()) || !m_session.isOpen()) return;
    const bool mayExist = std::ranges::contains(editableDocuments(), file);
    if (!mayExist && !m_session.snapshot()->documents.contains(file)) return;
    SourceEditor*& editor = m_editors[file];
    if (!editor) {
        editor = new SourceEditor(m_session, file, this);
        m_stack->addWidget(editor);
    }
    m_editor = editor;
    m_stack->setCurrentWidget(editor);
    m_find->setView(editor);
    setFocusProxy(editor);
    followSelection();
}

void SourceView::goToKey(const QString& key) {
    if (!m_editor) return;
    const auto path = toml::readPath(fromQt(key));
    const toml::Node* node = path ? m_session.document(m_editor->file()).find(*path) : nullptr;
    if (node) m_editor->goTo(node->keyRange);
    m_goTo->showObstacle(node ? QString() : tr("There is no such key in %1").arg(toQt(m_editor->file())));
}

void SourceView::followSelection() {
    if (m_editor) m_editor->showSelection(m_session.navigation().selection());
}

namespace {

QWidget* make(Session& session, QWidget* parent) {
    return new SourceView(session, parent);
}

}

const ViewEntry view::source{.id = "source",
                             .title = MESSAGE("view", "Source"),
                             .icon = "source",
                             .area = Area::Document,
                             .shortcut = "Ctrl+3",
                             .make = make};

}
