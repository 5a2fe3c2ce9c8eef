#pragma once

#include "app/session/session.h"

#include <QWidget>

#include <map>
#include <string>

class QStackedLayout;

namespace arabesque {

class FormPage;

/// The form of the current document; one page a document, made when it is first shown.
class FormsView final : public QWidget {
    Q_OBJECT

public:
    explicit FormsView(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] FormPage* page() const { return m_page; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showDocument();

    Session& m_session;
    QStackedLayout* m_stack;
    QWidget* m_noForm;
    FormPage* m_page = nullptr;
    std::map<std::string, FormPage*> m_pages;
};

}
