#include "app/window/overview_page.h"

#include "app/bridge/text.h"
#include "app/problems/problems_model.h"
#include "app/views/theme.h"
#include "app/views/views.h"
#include "app/window/export_bundle.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace arabesque {

namespace {

/// A line of a card: a name in secondary colour and its value.
QString line(const QString& name, const QString& value) {
    return QStringLiteral("<tr><td style=\"color:%1;padding:2px 16px 2px 0\">%2</td><td style=\"padding:2px "
                          "0\">%3</td></tr>")
        .arg(colour(Role::Muted).name(), name, value.isEmpty() ? QStringLiteral("–") : value);
}

QString table(const QString& lines) {
    return QStringLiteral("<table cellspacing=\"0\">%1</table>").arg(lines);
}

QString escaped(const std::string& text) {
    return toQt(text).toHtmlEscaped();
}

}

OverviewPage::OverviewPage(Session& session, QWidget* parent)
    : QScrollArea(parent),
      m_session(session),
      m_cards(new QGridLayout),
      m_title(new QLabel),
      m_subtitle(new QLabel) {
    setObjectName(QStringLiteral("page"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto* body = new QWidget;
    body->setObjectName(QStringLiteral("pageBody"));
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(4);
    m_title->setObjectName(QStringLiteral("title"));
    m_subtitle->setObjectName(QStringLiteral("muted"));
    m_subtitle->setWordWrap(true);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addSpacing(12);
    m_cards->setSpacing(12);
    layout->addLayout(m_cards);
    layout->addStretch(1);
    m_state = addCard(tr("State"), 0, 0);
    m_package = addCard(tr("Image and target"), 0, 1);
    m_services = addCard(tr("What the program serves"), 1, 0);
    m_files = addCard(tr("Files of the project"), 1, 1);
    m_cards->setColumnStretch(0, 1);
    m_cards->setColumnStretch(1, 1);
    setWidget(body);
    connect(&session, &Session::analyzed, this, &OverviewPage::showAnalysis);
    connect(&session, &Session::findingsChanged, this, &OverviewPage::showAnalysis);
    showAnalysis();
}

QLabel* OverviewPage::addCard(const QString& title, int row, int column) {
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(6);
    auto* name = new QLabel(title, card);
    name->setObjectName(QStringLiteral("sectionTitle"));
    auto* text = new QLabel(card);
    text->setWordWrap(true);
    text->setTextFormat(Qt::RichText);
    text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    text->setAccessibleName(title);
    connect(text, &QLabel::linkActivated, this, &OverviewPage::follow);
    layout->addWidget(name);
    layout->addWidget(text, 1);
    m_cards->addWidget(card, row, column);
    return text;
}

void OverviewPage::showAnalysis() {
    const auto& analysis = m_session.analysis();
    if (!analysis) {
        m_title->setText(m_session.isOpen() ? toQt(m_session.snapshot()->name) : QString());
        m_subtitle->setText(tr("Reading the project …"));
        return;
    }
    const Deployment& deployment = analysis->deployment;
    m_title->setText(toQt(*deployment.package));
    m_subtitle->setText(
        tr("Package of %1, version %2").arg(toQt(*deployment.organisation), toQt(*deployment.version)));
    m_state->setText(stateText(*analysis));
    m_package->setText(packageText(*analysis));
    m_services->setText(servicesText(*analysis));
    m_files->setText(filesText(*analysis));
}

QString OverviewPage::packageText(const Analysis& analysis) const {
    const Workload& workload = analysis.deployment.workload;
    const auto least = *workload.autoscaling.minReplicas;
    const auto most = *workload.autoscaling.maxReplicas;
    const QString replicas = !*workload.autoscaled ? tr("1, not scaled")
                             : least == most       ? tr("%1, with an autoscaler that keeps it so").arg(least)
                                                   : tr("%1 to %2").arg(least).arg(most);
    const bool hasTarget = analysis.deployment.target != Deployment::Cloud::None;
    return table(line(tr("Target"), hasTarget ? escaped(*analysis.deployment.cloud) : tr("none chosen")) +
                 line(tr("Image"), escaped(*workload.image)) +
                 line(tr("Base image"), escaped(*workload.base)) + line(tr("Replicas"), replicas) +
                 line(tr("Memory"), escaped(*workload.minMemory + " – " + *workload.maxMemory)) +
                 line(tr("CPU"), escaped(*workload.minCpu + " – " + *workload.maxCpu)));
}

QString OverviewPage::servicesText(const Analysis& analysis) const {
    QString lines;
    for (const auto& service : analysis.facts->services) {
        QStringList ports;
        for (const auto& port : service.ports) ports << QString::number(port.number);
        lines += line(service.path.empty() ? tr("service") : escaped(service.path),
                      tr("port %1, %n resource(s)", nullptr, static_cast<int>(service.resources.size()))
                          .arg(ports.join(QStringLiteral(", "))));
    }
    if (analysis.facts->task) lines += line(tr("Task"), escaped(analysis.facts->task->schedule.value_or("")));
    lines += line(tr("Configurables"), QString::number(analysis.facts->configurables.size()));
    return table(lines);
}

QString OverviewPage::filesText(const Analysis& analysis) const {
    QString lines;
    for (const std::string& file : m_session.formDocuments()) {
        const bool exists = analysis.snapshot->exists(file);
        const auto count = std::ranges::count_if(
            *m_session.findings(), [&](const Diagnostic& each) { return each.place.file == file; });
        lines += line(QStringLiteral("<a href=\"page:%1\">%1</a>").arg(toQt(file)),
                      !exists      ? tr("not there; defaults apply")
                      : count == 0 ? tr("no findings")
                                   : tr("%n finding(s)", nullptr, static_cast<int>(count)));
    }
    lines += line(QStringLiteral("<a href=\"page:artifacts\">%1</a>").arg(tr("Generated files")),
                  QString::number(analysis.artifacts.size()));
    return table(lines);
}

QString OverviewPage::stateText(const Analysis& analysis) const {
    const auto count = [&](Severity severity) {
        return static_cast<int>(std::ranges::count(*m_session.findings(), severity, &Diagnostic::severity));
    };
    const int errors = count(Severity::Error);
    const int warnings = count(Severity::Warning);
    QString text = errors > 0 ? tr("%n error(s) to mend before a bundle can be exported.", nullptr, errors)
                   : warnings > 0 ? tr("Ready to export, with %n warning(s).", nullptr, warnings)
                                  : tr("Ready to export.");
    const QString obstacle = errors == 0 ? obstacleTo(&analysis) : QString();
    if (!obstacle.isEmpty()) text = tr("No errors. %1").arg(obstacle);
    const Role role = !obstacle.isEmpty() ? Role::Text
                      : errors > 0        ? Role::Error
                      : warnings > 0      ? Role::Warning
                                          : Role::Success;
    text =
        QStringLiteral("<p style=\"margin:0 0 8px 0;color:%1\"><b>%2</b></p>").arg(colour(role).name(), text);
    for (const std::size_t i : worstFirst(*m_session.findings()) | std::views::take(4)) {
        text += QStringLiteral("<p style=\"margin:0 0 4px 0\"><a href=\"finding:%1\" "
                               "style=\"text-decoration:none\">%2</a></p>")
                    .arg(i)
                    .arg(translated((*m_session.findings())[i].message).toHtmlEscaped());
    }
    return text;
}

void OverviewPage::follow(const QString& link) {
    const qsizetype colon = link.indexOf(QLatin1Char(':'));
    const QString target = link.mid(colon + 1);
    if (link.startsWith(QLatin1String("page:"))) return m_session.navigation().openPage(fromQt(target));
    const auto& findings = *m_session.findings();
    const std::size_t index = target.toULong();
    if (index < findings.size()) m_session.navigation().goTo(findings[index].place);
}

namespace {

QWidget* make(Session& session, QWidget* parent) {
    return new OverviewPage(session, parent);
}

}

const ViewEntry view::overview{.id = "overview",
                               .title = MESSAGE("view", "Overview"),
                               .icon = "overview",
                               .area = Area::Page,
                               .shortcut = "",
                               .make = make};

}
