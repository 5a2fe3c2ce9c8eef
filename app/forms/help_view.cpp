#include "app/forms/help_view.h"

#include "app/bridge/text.h"
#include "app/forms/form_layout.h"
#include "app/views/theme.h"
#include "app/views/views.h"

#include <QLabel>

namespace arabesque {

namespace {

QString wordFor(const Field& field) {
    if (!field.typeText.empty()) return toQt(field.typeText);
    switch (field.type) {
    case ValueType::String: return HelpView::tr("text");
    case ValueType::Integer: return HelpView::tr("whole number");
    case ValueType::Float: return HelpView::tr("number");
    case ValueType::Boolean: return HelpView::tr("true or false");
    case ValueType::StringList: return HelpView::tr("list of texts");
    case ValueType::Any: return HelpView::tr("any TOML value");
    }
    return {};
}

QString limitsOf(const Field& field) {
    if (field.least && field.most) return HelpView::tr("%1 to %2").arg(*field.least).arg(*field.most);
    if (field.least) return HelpView::tr("at least %1").arg(*field.least);
    if (field.most) return HelpView::tr("at most %1").arg(*field.most);
    QStringList choices;
    for (const std::string& choice : field.choices) choices << toQt(choice);
    return choices.join(QStringLiteral(", "));
}

}

HelpView::HelpView(Session& session, QWidget* parent)
    : QScrollArea(parent), m_session(session), m_text(new QLabel) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Help for the selected setting"));
    setFocusPolicy(Qt::StrongFocus);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setMargin(12);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setWidget(m_text);
    connect(&session.navigation(), &Navigation::selectionChanged, this, &HelpView::showSelection);
    connect(&session, &Session::analyzed, this, &HelpView::showSelection);
    showSelection();
}

void HelpView::showSelection() {
    const Selection& selection = m_session.navigation().selection();
    const Schema* schema = m_session.schema(selection.document);
    const Field* field = nullptr;
    for (toml::Path path = selection.path; schema && !field && !path.empty(); path.pop_back())
        field = schema->field(path);
    m_text->setText(field ? textFor(*field)
                          : QStringLiteral("<span style=\"color:%1\">%2</span>")
                                .arg(colour(Role::Muted).name(),
                                     tr("Choose a setting to read what it does, what its default "
                                        "is and where that is written.")));
}

QString HelpView::textFor(const Field& field) const {
    QString text =
        QStringLiteral("<p style=\"margin:0 0 6px 0\"><b>%1</b></p><p style=\"margin:0 0 8px 0\">%2</p>")
            .arg(labelOf(field).toHtmlEscaped(), summaryOf(field).toHtmlEscaped());
    if (field.dead) {
        text += QStringLiteral("<p style=\"margin:0 0 8px 0;color:%1\">%2</p>")
                    .arg(colour(Role::Warning).name(), tr("Accepted, but it changes no generated file."));
    }
    const auto add = [&](const QString& name, const QString& value) {
        if (value.isEmpty()) return;
        text += QStringLiteral("<p style=\"margin:0 0 4px 0\"><span style=\"color:%1\">%2</span><br>%3</p>")
                    .arg(colour(Role::Muted).name(), name, value.toHtmlEscaped());
    };
    QString fallback = toQt(field.fallback);
    if (const auto& analysis = m_session.analysis()) {
        if (const auto derived = fallbackOf(*analysis, m_session.navigation().selection().document, field))
            fallback = toQt(**derived);
    }
    const QString note = translated(field.fallbackNote);
    add(tr("Key"), toQt(field.path).replace(QLatin1Char('.'), QStringLiteral(".\u200B")));
    add(tr("Type"), field.required ? tr("%1, required").arg(wordFor(field)) : wordFor(field));
    add(tr("Allowed"), limitsOf(field));
    add(tr("Default"), fallback.isEmpty() ? note
                       : note.isEmpty()   ? fallback
                                          : tr("%1 — %2").arg(fallback, note));
    add(tr("Source"), toQt(field.source));
    return text;
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
