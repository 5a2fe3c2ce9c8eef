#pragma once

#include "core/import/imported_file.h"
#include "core/import/setting_values.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// TOML values of a setting that may have turned `before` into `after` at a place of a generated file, the likeliest
/// first. Each is to be tried.
[[nodiscard]] std::vector<std::string> guessesOf(const SettingNow& setting, ImportKind kind,
                                                 std::string_view path, std::string_view before,
                                                 std::string_view after);

}
