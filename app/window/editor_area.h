#pragma once

#include "app/session/session.h"
#include "app/views/view.h"

#include <QWidget>

#include <map>
#include <vector>

class QButtonGroup;
class QLabel;
class QSplitter;
class QStackedWidget;

namespace arabesque {

class Crumbs;

/// The centre of the window: the views of the current document beside each other, or a page.
class EditorArea final : public QWidget {
    Q_OBJECT

public:
    explicit EditorArea(Session& session, QWidget* parent = nullptr);

    /// One document view by its id, or all of them beside each other.
    void setMode(const QString& mode);
    [[nodiscard]] QString mode() const { return m_mode; }
    /// Opens what a request needs when it is hidden.
    void ensureVisible(const QString& viewId);
    [[nodiscard]] QByteArray splitterState() const;
    void restoreSplitter(const QByteArray& state);
    /// Puts the focus into the document.
    void focusEditor();

    static QString splitMode() { return QStringLiteral("split"); }

signals:
    void modeChanged();
    void splitterMoved();

private:
    void makeHeader();
    void showPage();
    void showCrumbs();
    void showDocumentViews();
    [[nodiscard]] QWidget* viewFor(const ViewEntry& entry);

    Session& m_session;
    QStackedWidget* m_pages;
    QSplitter* m_documentViews;
    QWidget* m_header;
    QWidget* m_modes;
    QButtonGroup* m_modeButtons;
    Crumbs* m_crumbs;
    QLabel* m_icon;
    QString m_mode;
    QByteArray m_splitterState;   ///< as it was last dragged, also before both views are there
    bool m_splitterRestored = false;
    std::map<const ViewEntry*, QWidget*> m_views;
};

}
