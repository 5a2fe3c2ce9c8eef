#pragma once

#include "app/session/session.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedLayout;
class QToolButton;
class QVBoxLayout;

namespace arabesque {

class ArtifactText;

/// One generated file as it stands, with the lines that the selected setting makes lit, and why a line is there.
class PreviewView final : public QWidget {
    Q_OBJECT

public:
    explicit PreviewView(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] ArtifactText* text() const { return m_text; }

private:
    [[nodiscard]] QWidget* makeBar();
    [[nodiscard]] QWidget* makeReasons();
    void showAnalysis();
    void showArtifactNames();
    void showArtifact();
    void showLit();
    void showReasons(int line);
    void addReason(const Origin& origin);
    void clearReasons();
    void copyText();
    void saveText();
    [[nodiscard]] const Artifact* artifact() const;

    Session& m_session;
    QComboBox* m_names;
    ArtifactText* m_text;
    QLabel* m_hint;
    QLabel* m_empty;
    QWidget* m_reasons;
    QLabel* m_reasonsTitle = nullptr;
    QVBoxLayout* m_reasonList = nullptr;
    QStackedLayout* m_stack;
    std::string m_shown;
};

}
