#pragma once

#include "app/session/session.h"
#include "core/topology/availability.h"
#include "core/topology/disruption.h"
#include "core/topology/simulate.h"
#include "core/topology/single_points.h"

#include <QObject>

#include <vector>

namespace arabesque {

/// What can be said of a deployment as it is laid out, whatever fails.
struct DesignReport {
    Availability availability{};
    std::vector<CutSet> cuts{};
    std::vector<Disruption> disruptions{};
};

/// Which parts of the open deployment somebody takes for failed. Views that show it agree through this; what follows is
/// computed for who asks. What an edit takes out of the deployment is forgotten.
class WhatIf final : public QObject {
    Q_OBJECT

public:
    /// The one of a session, made when it is first asked for; the session owns it.
    [[nodiscard]] static WhatIf& of(Session& session);

    [[nodiscard]] const Topology& topology() const { return m_topology; }
    [[nodiscard]] const std::vector<Failure>& failures() const { return m_failures; }
    [[nodiscard]] bool isFailed(const Failure& failure) const;
    void setFailed(const Failure& failure, bool failed);
    void restoreAll();

    [[nodiscard]] Outcome outcome() const { return simulate(m_topology, m_failures); }
    [[nodiscard]] DesignReport design() const;

signals:
    /// Failures or the deployment changed.
    void changed();

private:
    explicit WhatIf(Session& session);
    void readTopology();

    Session& m_session;
    Topology m_topology;
    std::vector<Failure> m_failures;
};

}
