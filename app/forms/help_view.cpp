#include "app/forms/help_view.h"

#include "app/views/field_text.h"
#include "app/views/theme.h"
#include "app/views/views.h"
#include "app/views/wrapped_label.h"

namespace arabesque {

HelpView::HelpView(Session& session, QWidget* parent)
    : QScrollArea(parent), m_session(session), m_text(new WrappedLabel) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Help for the selected setting"));
    setFocusPolicy(Qt::StrongFocus);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setMargin(12);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setWidget(m_text);
    connect(&session.navigation(), &Navigation::selectionChanged, this, &HelpView::showSelection);
    connect(&session, &Session::analyzed, this, &HelpView::showSelection);
    connect(&session, &Session::typingPaused, this, &HelpView::showSelection);
    showSelection();
}

void HelpView::showSelection() {
    if (m_session.isTyping() && m_session.navigation().isTyped())
        return;   // half a key is that of another setting
    const QString text = helpText(m_session, m_session.navigation().selection());
    m_text->setText(!text.isEmpty() ? text
                                    : QStringLiteral("<span style=\"color:%1\">%2</span>")
                                          .arg(colour(Role::Muted).name(),
                                               tr("Choose a setting to read what it does, what its default "
                                                  "is and where that is written.")));
}

namespace {

QWidget* make(Session& session, QWidget* parent) {
    return new HelpView(session, parent);
}

}

const ViewEntry view::help{.id = "help",
                           .title = MESSAGE("view", "Setting"),
                           .icon = "help",
                           .area = Area::Left,
                           .shortcut = "Alt+2",
                           .make = make};

}
