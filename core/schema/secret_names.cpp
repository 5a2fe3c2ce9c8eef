#include "core/schema/secret_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace arabesque {

namespace {

constexpr std::array<std::string_view, 11> secrets{
    "password",  "passwd",     "pwd",        "secret",     "token",           "apikey",
    "accesskey", "privatekey", "credential", "passphrase", "connectionstring"};

constexpr std::array<std::string_view, 15> properties{"url",    "uri",     "endpoint", "path",   "file",
                                                      "name",   "type",    "ttl",      "expiry", "timeout",
                                                      "length", "enabled", "header",   "prefix", "id"};

/// Lower case, without what joins words.
std::string plain(std::string_view name) {
    std::string text;
    for (const char c : name)
        if (c != '_' && c != '-') text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

}

bool soundsSecret(std::string_view name) {
    const std::string text = plain(name);
    return std::ranges::any_of(secrets, [&](std::string_view word) { return text.contains(word); }) &&
           std::ranges::none_of(properties, [&](std::string_view word) { return text.ends_with(word); });
}

}
