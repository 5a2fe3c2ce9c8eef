#include "core/rules/rule.h"

namespace arabesque {

namespace {

/// c2c 4.0.0, section 4.2: C2C_016 and C2C_017.
void check(const Checked& project, Findings& findings) {
    if (project.deployment.target != Deployment::Cloud::Choreo) return;
    if (const CheckedDocument* checked = project.document("Cloud.toml"))
        findings.at({checked->file, {0, checked->document.text().size()}})
            .code("C2C_016")
            .say(MESSAGE("rules", "Cloud.toml is not supported and will be ignored in choreo"));
    if (project.facts.services.size() > 1)
        findings.at(project.facts.services[1].place)
            .code("C2C_017")
            .say(MESSAGE("rules", "choreo only supports one service at the moment"));
}

}

const Rule choreo_limits{.id = "choreo-limits",
                         .severity = Severity::Warning,
                         .title = MESSAGE("rules", "What Choreo passes over"),
                         .check = check};

}
