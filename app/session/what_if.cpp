#include "app/session/what_if.h"

#include <algorithm>

namespace arabesque {

WhatIf& WhatIf::of(Session& session) {
    auto* known = session.findChild<WhatIf*>(Qt::FindDirectChildrenOnly);
    return known != nullptr ? *known : *new WhatIf(session);
}

WhatIf::WhatIf(Session& session) : QObject(&session), m_session(session) {
    connect(&session, &Session::analyzed, this, &WhatIf::readTopology);
    connect(&session, &Session::opened, this, &WhatIf::restoreAll);
    readTopology();
}

bool WhatIf::isFailed(const Failure& failure) const {
    return std::ranges::contains(m_failures, failure);
}

void WhatIf::setFailed(const Failure& failure, bool failed) {
    if (isFailed(failure) == failed) return;
    if (failed)
        m_failures.push_back(failure);
    else
        std::erase(m_failures, failure);
    std::ranges::sort(m_failures);   // the same failures say the same, in whatever order they were chosen
    emit changed();
}

void WhatIf::restoreAll() {
    if (m_failures.empty()) return;
    m_failures.clear();
    emit changed();
}

DesignReport WhatIf::design() const {
    return {availabilityOf(m_topology), cutSetsOf(m_topology), disruptionsOf(m_topology)};
}

void WhatIf::readTopology() {
    m_topology = m_session.analysis() ? m_session.analysis()->deployment.topology : Topology();
    const std::vector<Failure> known = failuresOf(m_topology);
    std::erase_if(m_failures, [&](const Failure& each) { return !std::ranges::contains(known, each); });
    emit changed();
}

}
