#pragma once

#include "core/rules/rule.h"

namespace arabesque {

/// Says that Kubernetes refuses a request above its limit, where both are quantities. `words` has the request as %1 and
/// the limit as %2.
void checkWithinLimit(const Checked& project, const Sourced<std::string>& request,
                      const Sourced<std::string>& limit, MessageText words, Findings& findings);

}
