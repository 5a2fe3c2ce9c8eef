#include "app/forms/forms_view.h"

#include "app/forms/form_page.h"
#include "app/views/views.h"

#include <QLabel>
#include <QStackedLayout>

#include <algorithm>

namespace arabesque {

FormsView::FormsView(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_stack(new QStackedLayout(this)), m_noForm(new QLabel(this)) {
    auto* text = static_cast<QLabel*>(m_noForm);
    text->setText(tr("This file is edited as text."));
    text->setAlignment(Qt::AlignCenter);
    text->setObjectName(QStringLiteral("muted"));
    m_stack->addWidget(m_noForm);
    const Navigation& navigation = session.navigation();
    connect(&navigation, &Navigation::pageChanged, this, &FormsView::showDocument);
    connect(&navigation, &Navigation::settingWanted, this, [this](const Selection& selection) {
        showDocument();
        if (m_page) m_page->reveal(selection.path, true);
    });
    connect(&session, &Session::opened, this, [this] {
        for (const auto& [file, page] : m_pages) page->deleteLater();
        m_pages.clear();
        m_page = nullptr;
        showDocument();
    });
    showDocument();
}

void FormsView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showDocument();
}

void FormsView::showDocument() {
    const std::string& file = m_session.navigation().page();
    if (!isVisibleTo(window()) || !m_session.isOpen()) return;
    if (!m_session.hasForm(file)) {
        m_page = nullptr;
        m_stack->setCurrentWidget(m_noForm);
        return;
    }
    FormPage*& page = m_pages[file];
    if (!page) {
        page = new FormPage(m_session, file, this);
        m_stack->addWidget(page);
    }
    m_page = page;
    m_stack->setCurrentWidget(page);
}

namespace {

QWidget* make(Session& session, QWidget* parent) {
    return new FormsView(session, parent);
}

}

const ViewEntry view::forms{.id = "forms",
                            .title = MESSAGE("view", "Form"),
                            .icon = "form",
                            .area = Area::Document,
                            .shortcut = "Ctrl+1",
                            .make = make};

}
