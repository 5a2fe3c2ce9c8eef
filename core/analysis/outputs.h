#pragma once

#include "core/analysis/analysis.h"
#include "core/schema/families.h"
#include "core/text/edit.h"
#include "core/text/result.h"

#include <string_view>
#include <vector>

namespace arabesque {

/// A family of files in a project. Borrows the analysis.
struct FamilyOutput {
    const Family* family = nullptr;
    bool wanted = false;   ///< one of its targets is declared, or none decides it, and it is not left out
    std::vector<const Artifact*> artifacts{};
};

/// The families that a project makes or could make, in the order of the bundle: all of its targets, and of those that
/// the build option decides the ones with files or left out.
[[nodiscard]] std::vector<FamilyOutput> outputsOf(const Analysis& analysis);

/// Whether files for a target are asked for.
[[nodiscard]] bool isTarget(const Analysis& analysis, std::string_view target);

/// The edit of Deployment.toml that declares a target or takes it back. The first one that is declared keeps what the
/// build option says among them, since without any the build option is the target.
[[nodiscard]] Result<Edit> switchTarget(const Analysis& analysis, std::string_view target, bool on);
/// The edit of Deployment.toml that leaves a family out or takes it in again.
[[nodiscard]] Result<Edit> switchFamily(const Analysis& analysis, std::string_view family, bool on);

/// A setting of Deployment.toml that is written, and that no file for a target carries.
struct NotCarried {
    std::string_view target;
    Origin setting;
    MessageText why;
};

/// All of them, by target and then in the order of the file. Only targets that files are made for.
[[nodiscard]] std::vector<NotCarried> notCarriedOver(const Analysis& analysis);

}
