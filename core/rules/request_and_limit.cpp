#include "core/rules/request_and_limit.h"

#include "core/rules/cures.h"
#include "core/schema/quantity.h"
#include "core/toml/rewrite.h"

namespace arabesque {

void checkWithinLimit(const Checked& project, const Sourced<std::string>& request,
                      const Sourced<std::string>& limit, MessageText words, Findings& findings) {
    if (!project.deployment.makesKubernetes() || project.deployment.workload.isTask()) return;
    const Origin* written = writtenAt(request.origins);
    const Origin* above = writtenAt(limit.origins);
    if (written == nullptr && above == nullptr) return;
    const auto asked = readQuantity(*request), most = readQuantity(*limit);
    if (!asked || !most || *asked <= *most) return;
    auto finding = findings.at((written != nullptr ? written : above)->place());
    finding.say({words, *request, *limit});
    const auto raise = [&] {
        if (const Origin* key = keyOf(limit.origins))
            finding.fix({MESSAGE("rules", "Raise the limit to %1"), *request},
                        setAt(project, *key, toml::quoted(*request)));
    };
    const auto lower = [&] {
        if (const Origin* key = keyOf(request.origins))
            finding.fix({MESSAGE("rules", "Lower the request to %1"), *limit},
                        setAt(project, *key, toml::quoted(*limit)));
    };
    if (above == nullptr) raise();
    lower();
    if (above != nullptr) raise();
}

}
