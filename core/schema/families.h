#pragma once

#include "core/text/message.h"

#include <span>
#include <string_view>

namespace arabesque {

/// Generated files that belong together, which a deployment can do without.
struct Family {
    std::string_view id;   ///< as Deployment.toml says it in `leave_out`
    MessageText label;
    MessageText summary;
    /// The targets of Deployment.toml it is made for. None: code-to-cloud makes it, as the build option says.
    std::span<const std::string_view> targets;

    [[nodiscard]] bool isOf(std::string_view target) const;
};

/// Where a deployment runs, as Deployment.toml says it in `targets`.
struct Target {
    std::string_view id;
    MessageText label;
};

/// Those that families are made for beside what the build option asks for.
[[nodiscard]] std::span<const Target> allTargets();

/// Every family, in the order of the bundle.
[[nodiscard]] std::span<const Family> allFamilies();
/// The family of that id, or null.
[[nodiscard]] const Family* findFamily(std::string_view id);

}
