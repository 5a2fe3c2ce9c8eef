#include "app/cli/arguments.h"

#include <algorithm>

namespace arabesque::cli {
namespace {

std::unexpected<Error> misuse(MessageText sentence, std::convertible_to<std::string_view> auto&&... words) {
    return failure({sentence, std::string(std::string_view(words))...});
}

std::string joined(std::span<const std::string_view> words, std::string_view separator) {
    std::string text;
    for (const std::string_view word : words) (text += text.empty() ? "" : separator) += word;
    return text;
}

/// The words of "DOCUMENT [PROJECT]", brackets kept.
std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        words.push_back(word);
        text.remove_prefix(std::min(word.size() + 1, text.size()));
    }
    return words;
}

bool isOption(std::string_view word) {
    return word.size() > 1 && word[0] == '-' && (word[1] < '0' || word[1] > '9');   // -5 is a value
}

/// Reads `words[i]`, an option, and its value, which may be the next word; `i` ends at the last word used.
Result<std::pair<std::string_view, std::string_view>> readOption(std::string_view verb,
                                                                 std::span<const Option> options,
                                                                 std::span<const std::string_view> words,
                                                                 std::size_t& i) {
    const std::string_view word = words[i];
    const std::string_view name = word.substr(0, word.find('='));
    const auto option = std::ranges::find(options, name, &Option::name);
    if (option == options.end())
        return misuse(MESSAGE("cli", "unknown option '%1'; see: arabesque-cli %2 --help"), name, verb);
    const bool attached = name.size() < word.size();
    if (option->value.empty()) {
        if (attached) return misuse(MESSAGE("cli", "option %1 takes no value"), name);
        return std::pair{option->name, std::string_view{}};
    }
    if (!attached && (i + 1 == words.size() || words[i + 1].starts_with("--")))
        return misuse(MESSAGE("cli", "option %1 needs a value: %1 %2"), name, option->value);
    const std::string_view value = attached ? word.substr(name.size() + 1) : words[++i];
    if (value.empty()) return misuse(MESSAGE("cli", "option %1 needs a value: %1 %2"), name, option->value);
    if (!option->choices.empty() && !std::ranges::contains(option->choices, value))
        return misuse(MESSAGE("cli", "option %1 takes one of %2, not '%3'"), name,
                      joined(option->choices, ", "), value);
    return std::pair{option->name, value};
}

}

Result<Arguments> Arguments::read(std::string_view verb, std::string_view operands,
                                  std::span<const Option> options, std::span<const std::string_view> words) {
    Arguments arguments;
    const std::vector<std::string_view> names = split(operands);
    std::size_t used = 0;
    bool onlyOperands = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!onlyOperands && words[i] == "--") {
            onlyOperands = true;
        } else if (!onlyOperands && isOption(words[i])) {
            const auto option = readOption(verb, options, words, i);
            if (!option) return std::unexpected(option.error());
            arguments.m_options[option->first].push_back(option->second);
        } else if (used + 1 >= names.size() && !names.empty() && names.back().ends_with("...")) {
            arguments.m_rest.push_back(words[i]);
            used = names.size();
        } else if (used < names.size()) {
            std::string_view name = names[used++];
            if (name.starts_with('[')) name = name.substr(1, name.size() - 2);
            arguments.m_operands[name] = words[i];
        } else {
            return misuse(MESSAGE("cli", "'%1' is one word too many; usage: arabesque-cli %2 %3"), words[i],
                          verb, usageOf(operands, options));
        }
    }
    const bool incomplete = used < names.size() && !names[used].starts_with('[');
    if (incomplete)
        return misuse(MESSAGE("cli", "%1 is missing; usage: arabesque-cli %2 %3"), names[used], verb,
                      usageOf(operands, options));
    for (const Option& option : options) {
        if (option.required && !arguments.has(option.name))
            return misuse(MESSAGE("cli", "option %1 is missing; usage: arabesque-cli %2 %3"), option.name,
                          verb, usageOf(operands, options));
        if (!option.repeated && arguments.values(option.name).size() > 1)
            return misuse(MESSAGE("cli", "option %1 is given twice"), option.name);
    }
    return arguments;
}

std::string_view Arguments::value(std::string_view option) const {
    const auto all = values(option);
    return all.empty() ? std::string_view{} : all.back();
}

std::span<const std::string_view> Arguments::values(std::string_view option) const {
    const auto found = m_options.find(option);
    return found == m_options.end() ? std::span<const std::string_view>{} : found->second;
}

std::string_view Arguments::operand(std::string_view name) const {
    const auto found = m_operands.find(name);
    return found == m_operands.end() ? std::string_view{} : found->second;
}

std::string usageOf(std::string_view operands, std::span<const Option> options) {
    std::string text(operands);
    for (const Option& option : options) {
        std::string part(option.name);
        if (!option.value.empty())
            part += " " + (option.choices.empty() ? std::string(option.value) : joined(option.choices, "|"));
        text += option.required ? " " + part : " [" + part + "]";
        if (option.repeated) text += "...";
    }
    return text;
}

}
