#include "core/schema/secret_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

namespace arabesque {

namespace {

/// As they end a word, or several written together: "dbPassword", "DB_PASSWORD", "DBPASSWORD", "apiKeys".
constexpr std::array<std::string_view, 13> secrets{
    "password",  "passwd",     "pwd",          "secret",     "token",
    "apikey",    "accesskey",  "privatekey",   "credential", "connectionstring",
    "secretkey", "passphrase", "encryptionkey"};

/// The last word of what is said about a secret, which is none.
constexpr std::array<std::string_view, 38> properties{
    "url",       "uri",      "endpoint", "path",    "file",    "name",      "type",   "ttl",
    "expiry",    "timeout",  "length",   "enabled", "header",  "prefix",    "id",     "lifetime",
    "page",      "duration", "seconds",  "minutes", "days",    "policy",    "format", "alg",
    "algorithm", "issuer",   "audience", "scope",   "scopes",  "host",      "port",   "user",
    "username",  "alias",    "location", "dir",     "pattern", "expiration"};

/// "dbPassword" and "DB_PASSWORD" as "db", "password".
std::vector<std::string> wordsOf(std::string_view name) {
    std::vector<std::string> words(1);
    bool lower = false;   // the letter before
    for (const char c : name) {
        const auto letter = static_cast<unsigned char>(c);
        const bool joint = c == '_' || c == '-' || c == '.';
        if ((joint || (lower && std::isupper(letter))) && !words.back().empty()) words.emplace_back();
        if (!joint) words.back() += static_cast<char>(std::tolower(letter));
        lower = std::islower(letter) || std::isdigit(letter);
    }
    return words;
}

bool endsSecret(std::string_view text) {
    if (text.ends_with('s')) text.remove_suffix(1);
    return std::ranges::any_of(secrets, [&](std::string_view secret) {
        return text.ends_with(secret.back()) && text.ends_with(secret);   // the letter is quicker to compare
    });
}

}

bool soundsSecret(std::string_view name) {
    const std::vector<std::string> words = wordsOf(name);
    if (std::ranges::contains(properties, words.back())) return false;
    std::string text;
    return std::ranges::any_of(words, [&](const std::string& word) { return endsSecret(text += word); });
}

}
