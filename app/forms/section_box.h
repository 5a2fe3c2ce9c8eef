#pragma once

#include "app/views/laid_out_apart.h"

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace arabesque {

/// A titled part of a form that folds and remembers it.
class SectionBox : public LaidOutApart {
    Q_OBJECT

public:
    /// `id` names it among the remembered ones.
    SectionBox(const QString& id, const QString& title, const QString& key, const QString& summary,
               QWidget* parent);

    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    [[nodiscard]] QHBoxLayout* header() const { return m_header; }
    [[nodiscard]] bool isFolded() const { return m_bodyWidget->isHidden(); }
    void setFolded(bool folded);

private:
    QString m_id;
    QToolButton* m_arrow;
    QHBoxLayout* m_header;
    QWidget* m_bodyWidget;
    QVBoxLayout* m_body;
};

}
