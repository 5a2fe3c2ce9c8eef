#pragma once

#include "core/ballerina/package_facts.h"
#include "core/text/message.h"

#include <optional>
#include <string>
#include <string_view>

namespace arabesque {

/// What a text from the environment or the command line is for a type.
struct GivenText {
    std::optional<std::string> value{};   ///< as TOML
    const char* code = "";                ///< of the refusal: "RUNTIME_0074"
    Message refusal{};
};

/// Whether values of a type can be given as text at all (Config.toml reference, section 5).
[[nodiscard]] bool takesText(const ballerina::Type& type);

/// `text` as the runtime converts it for the variable `name`; of a type that takesText().
[[nodiscard]] GivenText valueOfText(const std::string& name, std::string_view text,
                                    const ballerina::Type& type);

}
