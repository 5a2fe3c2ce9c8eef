#pragma once

#include "core/text/result.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque::cli {

/// An option a verb takes: `--name VALUE`, or without `value` a switch.
struct Option {
    std::string_view name;
    std::string_view value{};                  ///< what the help calls it
    std::vector<std::string_view> choices{};   ///< empty: free
    bool required = false;
    bool repeated = false;
};

/// What stands behind a verb: checked, each option known, nothing missing.
class Arguments {
public:
    /// `operands` as the help shows them: "DOCUMENT [PROJECT]"; the last may be one or more: "PROJECT FILE...".
    [[nodiscard]] static Result<Arguments> read(std::string_view verb, std::string_view operands,
                                                std::span<const Option> options,
                                                std::span<const std::string_view> words);

    [[nodiscard]] bool has(std::string_view option) const { return m_options.contains(option); }
    /// The option's value, the last one if repeated; empty when absent.
    [[nodiscard]] std::string_view value(std::string_view option) const;
    [[nodiscard]] std::span<const std::string_view> values(std::string_view option) const;
    /// Operand by its name in the help; empty when it was left out.
    [[nodiscard]] std::string_view operand(std::string_view name) const;
    /// All words of the last operand, whose name ends in "...".
    [[nodiscard]] std::span<const std::string_view> rest() const { return m_rest; }

private:
    std::map<std::string_view, std::vector<std::string_view>, std::less<>> m_options;
    std::map<std::string_view, std::string_view, std::less<>> m_operands;
    std::vector<std::string_view> m_rest;
};

/// "PROJECT --out FILE [--force]".
[[nodiscard]] std::string usageOf(std::string_view operands, std::span<const Option> options);

}
