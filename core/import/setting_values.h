#pragma once

#include "core/analysis/analysis.h"

#include <optional>
#include <string>
#include <string_view>

namespace arabesque {

/// A setting of a project and what is in effect.
struct SettingNow {
    std::string document{};
    toml::Path path{};
    const Field* field = nullptr;          ///< null: known by its place in a file alone
    const toml::Node* node = nullptr;      ///< where it is written
    std::string text{};                    ///< in effect, as a file would say it: without quotes
    std::vector<std::string> elements{};   ///< of a list
};

/// Nothing for a document or path that the project does not have.
[[nodiscard]] std::optional<SettingNow> settingNow(const Analysis& analysis, const std::string& document,
                                                   std::string_view path);

/// `text` as the TOML value a setting takes; nothing where it takes no such value.
[[nodiscard]] std::optional<std::string> valueOf(const SettingNow& setting, std::string_view text);

/// Whether both texts mean the same to a setting: "1Gi" and "1024Mi", "60s" and "1m".
[[nodiscard]] bool meansTheSame(const SettingNow& setting, std::string_view a, std::string_view b);

/// Whether the value is to be kept from files and screens.
[[nodiscard]] bool isSecret(const SettingNow& setting);

/// The edit of `document` that sets one value, at the place its schema gives it. `now` is the text it is made on.
[[nodiscard]] Result<Edit> editSetting(const Analysis& analysis, const std::string& document,
                                       const toml::Document& now, const toml::Path& path,
                                       std::string_view value);

}
