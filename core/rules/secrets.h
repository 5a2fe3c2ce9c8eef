#pragma once

#include "core/rules/rule.h"

#include <string>
#include <vector>

namespace arabesque {

/// A value that its name calls a secret. Never holds the value.
struct WrittenSecret {
    std::string name;   ///< "acme.orders.dbPassword"
    Place place;   ///< of the value in a document of the project, else of the setting that names its file
};

/// The secrets a mounted file of Ballerina configuration holds; empty texts are none.
[[nodiscard]] std::vector<WrittenSecret> secretsIn(const Checked& project, const ConfigObject::Entry& entry);

/// The edit of Cloud.toml that makes the [[table]] behind `files`, the settings that name its files, one of
/// [[header]]. Fails where it is written in another form or several entries are one object.
[[nodiscard]] Result<Edit> asOther(const Checked& project, const std::vector<Origin>& files,
                                   std::string_view header);

}
