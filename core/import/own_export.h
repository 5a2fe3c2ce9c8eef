#pragma once

#include "core/import/import.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace arabesque {

/// The generated file that an imported one was before somebody changed it.
struct Counterpart {
    std::shared_ptr<const Analysis> analysis;   ///< of the project, or of one of its environments
    std::string path;                           ///< of the artifact in it
};

/// The generated file that says nearly the same as `file`; nothing where none does. `analysis` has artifacts with
/// templates for secrets, as they are exported.
[[nodiscard]] std::optional<Counterpart> counterpartOf(const std::shared_ptr<const Analysis>& analysis,
                                                       const ImportedFile& file);

struct OwnChanges {
    std::vector<ImportProposal> proposals{};
    std::vector<ImportedValue> others{};   ///< values that the generated file has not
    std::vector<NotUnderstood> left{};     ///< values it has otherwise, and no setting explains
    std::vector<NotUnderstood>
        missing{};   ///< values that the generated file has and the imported one has not
};

/// Asks the origins of every line that differs which setting made it. Every answer is tried: the project is analyzed with
/// it, and the generated line has to become that of the file.
[[nodiscard]] OwnChanges changesSince(const Counterpart& counterpart, const ImportedFile& file);

}
