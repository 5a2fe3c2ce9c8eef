#pragma once

#include <string_view>

namespace arabesque::backups {

// The scripts below database/ that are always the same; what the deployment says is in deployment.sh beside them. Both
// engines have the same functions, in the part of lib.sh that is theirs.
extern const std::string_view library, postgresql, mysql;
extern const std::string_view backup, verify, restore;

}
