#include "app/forms/section_box.h"

#include "app/views/elided_label.h"
#include "app/views/layout.h"
#include "app/views/theme.h"
#include "app/views/wrapped_text.h"

#include <QHBoxLayout>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

namespace arabesque {

SectionBox::SectionBox(const QString& id, const QString& title, const QString& key, const QString& summary,
                       QWidget* parent)
    : LaidOutApart(parent),
      m_id(QStringLiteral("folded/") + id),
      m_arrow(new QToolButton(this)),
      m_header(new QHBoxLayout),
      m_bodyWidget(new QWidget(this)),
      m_body(new QVBoxLayout(m_bodyWidget)) {
    auto* all = new QWidget(this);
    auto* layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->setSpacing(2);
    m_header->setContentsMargins(0, 0, 8, 0);
    m_header->setSpacing(6);
    m_arrow->setAutoRaise(true);
    m_arrow->setIconSize(QSize(14, 14));
    auto* name = new ElidedLabel(Qt::ElideRight, Role::Text, this);
    name->setWhole(title);
    name->setObjectName(QStringLiteral("sectionTitle"));
    auto* path = new ElidedLabel(Qt::ElideMiddle, Role::Muted, this);
    path->setWhole(key);
    path->setFont(codeFont());
    name->setMinimumWidth(40);   // narrower than its text, so that a long title does not widen the page
    path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_header->addWidget(m_arrow);
    m_header->addWidget(name);
    m_header->addWidget(path, 1);
    layout->addLayout(m_header);
    m_bodyWidget->setAttribute(Qt::WA_StaticContents);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    if (!summary.isEmpty()) {
        auto* text = new WrappedText(Role::Muted, m_bodyWidget, summary);
        text->setContentsMargins(12, 0, 8, 4);
        m_body->addWidget(text);
    }
    layout->addWidget(m_bodyWidget);
    m_arrow->setAccessibleName(tr("Fold or unfold %1").arg(title));
    m_arrow->setToolTip(m_arrow->accessibleName());
    connect(m_arrow, &QToolButton::clicked, this, [this] {
        setFolded(!isFolded());
        layOutNow();
        QSettings().setValue(m_id, isFolded());
    });
    setContent(all);
    setFolded(QSettings().value(m_id, false).toBool());
}

void SectionBox::setFolded(bool folded) {
    m_bodyWidget->setHidden(folded);
    m_arrow->setIcon(icon(folded ? QStringLiteral("right") : QStringLiteral("down")));
}

}
