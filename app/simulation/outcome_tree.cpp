#include "app/simulation/outcome_tree.h"

#include "app/bridge/text.h"
#include "app/views/theme.h"

#include <QHeaderView>
#include <QLocale>

namespace arabesque {

namespace {

QIcon iconOf(const QString& name) {
    if (name == QLatin1String("error")) return icon(name, Role::Error);
    if (name == QLatin1String("warning")) return icon(name, Role::Warning);
    if (name == QLatin1String("success")) return icon(name, Role::Success);
    return icon(name);
}

QString countText(const std::optional<double>& count, bool atLeast) {
    if (!count) return OutcomeTree::tr("an unknown number of");
    const QString number = QLocale().toString(*count, 'f', 0);
    return atLeast ? OutcomeTree::tr("at least %1").arg(number) : number;
}

QString headingOf(Disruption::Question question) {
    switch (question) {
    case Disruption::Question::Drain: return OutcomeTree::tr("Can it be drained?");
    case Disruption::Question::Rollout: return OutcomeTree::tr("Can a new version be rolled out?");
    case Disruption::Question::ZoneLoss: return OutcomeTree::tr("Can a zone be lost?");
    }
    return {};
}

}

OutcomeTree::OutcomeTree(QWidget* parent) : QTreeWidget(parent) {
    setColumnCount(1);
    header()->hide();
    setFrameShape(QFrame::NoFrame);
    setWordWrap(true);
    setIconSize(QSize(16, 16));
    setAccessibleName(tr("What follows"));
}

void OutcomeTree::showOutcome(const Outcome& outcome, const DesignReport& design) {
    clear();
    addParts(outcome);
    addTimes(outcome);
    addRisk(outcome);
    addAll(tr("Also"), outcome.notes);
    addDesign(design);
    addAll(tr("Assumptions"), outcome.assumptions);
    addAll(tr("Assumptions"), design.availability.assumptions);
    expandAll();
}

void OutcomeTree::addParts(const Outcome& outcome) {
    for (const Outcome::Part& each : outcome.down)
        add(tr("Down"), tr("%1: %2").arg(toQt(each.name), translated(each.why)), QStringLiteral("error"));
    for (const Outcome::Part& each : outcome.cutOff)
        add(tr("Cut off"), tr("%1: %2").arg(toQt(each.name), translated(each.why)),
            QStringLiteral("warning"));
    for (const Takeover& each : outcome.takeovers)
        add(tr("Takes over"), tr("%1 for %2: %3").arg(toQt(each.to), toQt(each.from), translated(each.how)));
    QStringList serving, waiting;
    for (const std::string& each : outcome.serving) serving << toQt(each);
    for (const std::string& each : outcome.waiting) waiting << toQt(each);
    if (!serving.isEmpty()) add(tr("Serves"), serving.join(QStringLiteral(", ")), QStringLiteral("success"));
    if (!waiting.isEmpty()) add(tr("Stands by"), waiting.join(QStringLiteral(", ")));
}

void OutcomeTree::addTimes(const Outcome& outcome) {
    for (const Detection& each : outcome.detections) {
        const QString how = translated(each.how);
        QStringList inputs;
        for (const std::string& input : each.inputs) inputs << toQt(input);
        QString text =
            each.seconds
                ? tr("%1 after %2: %3").arg(toQt(each.subject), timeText(*each.seconds, each.atLeast), how)
                : tr("%1: %2").arg(toQt(each.subject), how);
        if (!inputs.isEmpty()) text += QStringLiteral(" (%1)").arg(inputs.join(QStringLiteral(", ")));
        add(tr("Noticed"), text);
    }
    for (const Recovery& each : outcome.recoveries) {
        QStringList steps;
        for (const Recovery::Step& step : each.steps)
            steps << tr("%1 %2").arg(translated(step.what),
                                     step.seconds ? timeText(*step.seconds, false) : tr("not known"));
        add(tr("Back to service"), tr("%1 after %2: %3")
                                       .arg(toQt(each.subject), timeText(each.seconds(), each.lowerBound),
                                            steps.join(QStringLiteral(", "))));
    }
    for (const DataLoss& each : outcome.dataLosses)
        add(tr("Data lost"),
            tr("%1: %2, %3")
                .arg(toQt(each.database), each.seconds ? timeText(*each.seconds, false) : tr("unknown"),
                     translated(each.how)));
}

void OutcomeTree::addRisk(const Outcome& outcome) {
    const AtRisk& risk = outcome.atRisk;
    add(tr("Requests at risk"), tr("%1 requests fail, %2 requests are slow")
                                    .arg(countText(risk.failing, risk.atLeast), countText(risk.slow, false)));
    addAll(tr("Requests at risk"), risk.notes);
}

void OutcomeTree::addDesign(const DesignReport& design) {
    const auto availability = [&](const std::optional<double>& share, const QString& what) {
        if (share)
            add(tr("Availability, an estimate"),
                tr("%1 %2 of the time, so about %3 minutes a year without")
                    .arg(what, toQt(percentText(*share)), QLocale().toString(minutesDown(*share), 'f', 0)));
    };
    availability(design.availability.data, tr("Clients are served"));
    availability(design.availability.control, tr("The control path works"));
    for (const CutSet& each : design.cuts) {
        QStringList names;
        for (const Failure& failed : each.failures) names << toQt(toText(failed));
        const QString both = names.join(QStringLiteral(", "));
        add(tr("Single points of failure"), each.data ? both : tr("%1, of the control path").arg(both),
            QStringLiteral("warning"));
    }
    for (const Disruption& each : design.disruptions)
        add(headingOf(each.question), tr("%1: %2").arg(toQt(each.subject), translated(each.answer)),
            each.possible ? QStringLiteral("success") : QStringLiteral("warning"));
}

void OutcomeTree::add(const QString& heading, const QString& text, const QString& iconName) {
    QTreeWidgetItem* group = nullptr;
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (topLevelItem(i)->text(0) == heading) group = topLevelItem(i);
    if (group == nullptr) {
        group = new QTreeWidgetItem(this, {heading});
        QFont bold = font();
        bold.setBold(true);
        group->setFont(0, bold);
    }
    auto* item = new QTreeWidgetItem(group, {text});
    item->setToolTip(0, text);
    if (!iconName.isEmpty()) item->setIcon(0, iconOf(iconName));
}

void OutcomeTree::addAll(const QString& heading, const std::vector<Message>& messages) {
    for (const Message& each : messages) add(heading, translated(each));
}

QString timeText(double seconds, bool atLeast) {
    const QString time = toQt(secondsText(seconds));
    return atLeast ? OutcomeTree::tr("at least %1").arg(time) : time;
}

}
