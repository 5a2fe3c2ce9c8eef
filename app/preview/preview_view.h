#pragma once

#include "app/session/session.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QToolButton;
class QVBoxLayout;

namespace arabesque {

class ArtifactList;
class ArtifactText;

/// One generated file as it stands, with the lines that the selected setting makes lit, and why a line is there.
class PreviewView final : public QWidget {
    Q_OBJECT

public:
    explicit PreviewView(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] ArtifactText* text() const { return m_text; }
    [[nodiscard]] ArtifactList* files() const { return m_files; }
    /// Writes the shown file as it is shown.
    void saveTo(const QString& path);

private:
    [[nodiscard]] QWidget* makeBar();
    [[nodiscard]] QWidget* makeReasons();
    void showAnalysis();
    void showStanding();
    void showArtifact();
    void showLit();
    void showReasons(int line);
    void addReason(const Origin& origin);
    void clearReasons();
    void copyText();
    void saveText();
    void openInFileManager();
    [[nodiscard]] QString exportedPlace() const;
    [[nodiscard]] const Artifact* artifact() const;

    Session& m_session;
    ArtifactList* m_files;
    QLabel* m_standing;
    QToolButton* m_open = nullptr;
    ArtifactText* m_text;
    QLabel* m_hint;
    QLabel* m_empty;
    QWidget* m_reasons = nullptr;
    QLabel* m_reasonsTitle = nullptr;
    QVBoxLayout* m_reasonList = nullptr;
    QStackedLayout* m_stack;
    std::string m_shown;
};

}
