#pragma once

#include "core/generate/generator.h"
#include "core/generate/text_writer.h"
#include "core/model/delivered_configuration.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// Files that bring the configuration of one environment, in the bundle and where the program runs.
inline constexpr std::string_view settingsFile = "Config.toml", secretsFile = "Secrets.toml",
                                  secretVariablesFile = "secrets.env";

/// The folder of one environment in the bundle. Borrows the design.
struct ConfigurationFolder {
    Sourced<std::string> name{};    ///< "production"; "default" where no environment is declared
    const Deployment& deployment;   ///< as it is there
    DeliveredConfiguration delivery{};

    /// "config/production/"
    [[nodiscard]] std::string path() const { return "config/" + *name + '/'; }
    [[nodiscard]] bool hasSettings() const;
    [[nodiscard]] bool hasSecrets() const { return !delivery.secrets.empty(); }
    [[nodiscard]] bool hasVariables() const { return !delivery.variables.empty(); }
    /// Why a setting of its configuration file is so.
    [[nodiscard]] Origin originOf(const toml::Path& path) const;
};

/// In the order they are declared; those whose name no folder can have are left out.
[[nodiscard]] std::vector<ConfigurationFolder> configurationFoldersOf(const Design& design);

/// The program of a design as its configuration is read. Borrows the design.
[[nodiscard]] ConfiguredProgram programOf(const Design& design);

}
