// Any bytes are read without harm, agree with toml++ about validity, and take an edit that toml++ confirms.

#include "core/toml/document.h"
#include "tests/core/toml/edit_oracle.h"
#include "tests/core/toml/toml_values.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

[[noreturn]] void report(const std::string& what, std::string_view text) {
    std::fprintf(stderr, "%s in\n%.*s\n", what.c_str(), static_cast<int>(text.size()), text.data());
    std::abort();
}

/// The node the bytes lead to, one step for each.
toml::Path pathIn(const toml::Document& document, std::string_view choices) {
    toml::Path path;
    const toml::Node* node = &document.root();
    for (const char choice : choices) {
        const auto number = static_cast<unsigned char>(choice);
        if (!node->members.empty()) {
            const toml::Member& member = node->members[number % node->members.size()];
            path.emplace_back(member.name);
            node = &member.node;
        } else if (!node->elements.empty()) {
            path.emplace_back(std::size_t(number % node->elements.size()));
            node = &node->elements[number % node->elements.size()];
        } else {
            break;
        }
    }
    return path;
}

Attempt attemptIn(const toml::Document& document, std::string_view choices) {
    using enum Attempt::Kind;
    static constexpr const char* values[] = {"1", "\"text\"", "[1, 2]", "{ a = 1 }", "'''\nx'''"};
    const auto number = [&](std::size_t i) {
        return static_cast<std::size_t>(static_cast<unsigned char>(choices[i]));
    };
    Attempt attempt{.path = pathIn(document, choices.substr(4, 1 + number(3) % 4)),
                    .value = values[number(1) % 5]};
    const toml::Node* node = document.find(attempt.path);
    const bool array = node != nullptr && node->kind == toml::Node::Kind::Array && !attempt.path.empty();
    if (array && number(0) % 2 == 0) {
        constexpr Attempt::Kind kinds[] = {Insert, Duplicate, Move};
        attempt.kind = kinds[number(0) / 2 % 3];
        const std::size_t count = node->elements.size();
        attempt.index = count == 0 ? 0 : number(2) % count;
        attempt.target = count == 0 ? 0 : number(1) % count;
        if (node->value == nullptr) attempt.value = values[3];
        return attempt;
    }
    const bool named = !attempt.path.empty() && std::holds_alternative<std::string>(attempt.path.back());
    constexpr Attempt::Kind kinds[] = {Set, Unset, Rename};
    attempt.kind = kinds[number(0) / 2 % (named ? 3 : 2)];
    if (attempt.kind == Rename) attempt.value = "renamed";
    if (attempt.kind == Set && number(2) % 3 == 0) attempt.path.emplace_back(std::string("added"));
    return attempt;
}

/// toml++ refuses numbers too large for a double or longer than it remembers, of which TOML says nothing.
bool isBeyondTomlPlusPlus(const toml::Value& value) {
    constexpr std::size_t longest = 126;   // characters
    if (value.kind != toml::Kind::Float && value.kind != toml::Kind::Integer) return false;
    return value.range.size() > longest ||
           (value.kind == toml::Kind::Float && std::isinf(value.number) && !value.text.ends_with("inf"));
}

bool holdsNumberBeyondTomlPlusPlus(const toml::Node& node) {
    if (node.value != nullptr && isBeyondTomlPlusPlus(*node.value)) return true;
    const auto inMember = [](const toml::Member& member) {
        return holdsNumberBeyondTomlPlusPlus(member.node);
    };
    return std::ranges::any_of(node.members, inMember) ||
           std::ranges::any_of(node.elements, holdsNumberBeyondTomlPlusPlus);
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t choiceBytes = 8;
    if (size < choiceBytes || size > 4096) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string_view choices = bytes.substr(0, choiceBytes);
    const std::string_view text = bytes.substr(choiceBytes);
    const toml::Document document{std::string(text)};
    static_cast<void>(document.pathAt(size / 2));
    // some broken text toml++ itself must not see
    if (!document.valid() || holdsNumberBeyondTomlPlusPlus(document.root())) return 0;
    const auto expected = valuesByTomlPlusPlus(text);
    if (!expected) report("valid for us, not for toml++", text);
    if (valuesOf(document) != *expected) report("other values than toml++ reads", text);
    const Attempt attempt = attemptIn(document, choices);
    if (attempt.path.empty()) return 0;
    if (const Verdict verdict = judged(text, attempt); !verdict.breach.empty())
        report(tests::toText(attempt) + ": " + verdict.breach, text);
    return 0;
}
