#pragma once

#include "app/session/session.h"

#include <QWidget>

#include <map>
#include <string>

class QStackedLayout;

namespace arabesque {

class FindBar;
class GoToBar;
class SourceEditor;

/// The current document as text; one editor a document, made when it is first shown.
class SourceView final : public QWidget {
    Q_OBJECT

public:
    explicit SourceView(Session& session, QWidget* parent = nullptr);

    /// The editor of the current document; null where the page shows none.
    [[nodiscard]] SourceEditor* editor() const { return m_editor; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showDocument();
    void followSelection();
    void goToKey(const QString& key);

    Session& m_session;
    QStackedLayout* m_stack;
    FindBar* m_find;
    GoToBar* m_goTo;
    SourceEditor* m_editor = nullptr;
    std::map<std::string, SourceEditor*> m_editors;
};

}
