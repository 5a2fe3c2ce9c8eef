#include "app/diagram/fate.h"

#include "app/bridge/text.h"

#include <QCoreApplication>

namespace arabesque {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("diagram", text);
}

}

Fates fatesOf(const Outcome& outcome) {
    Fates fates;
    for (const Takeover& takeover : outcome.takeovers)
        fates["node:" + takeover.to] = {Fate::Kind::TakesOver, translated(takeover.how)};
    for (const Outcome::Part& part : outcome.cutOff)
        fates["node:" + part.name] = {Fate::Kind::CutOff, translated(part.why)};
    for (const Outcome::Part& part : outcome.down)
        fates["node:" + part.name] = {Fate::Kind::Lost, translated(part.why)};
    return fates;
}

QString wordOf(Fate::Kind kind) {
    switch (kind) {
    case Fate::Kind::Lost: return tr("lost");
    case Fate::Kind::CutOff: return tr("cut off");
    case Fate::Kind::TakesOver: return tr("takes over");
    }
    return {};
}

QString verdictOf(const Outcome& outcome) {
    if (!outcome.data) return tr("Clients are not served.");
    if (const Recovery* outage = outcome.longestOutage())
        return tr("Clients are served again after %1 (estimate).").arg(toQt(secondsText(outage->seconds())));
    const auto enough = outcome.capacity.isEnough();
    return enough && !*enough ? tr("Clients are served, but what is left does not carry the peak.")
                              : tr("Clients are served.");
}

}
