#include "core/schema/secret_names.h"

#include <algorithm>
#include <array>
#include <string>

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

bool endsSecret(std::string_view text) {
    if (text.ends_with('s')) text.remove_suffix(1);
    return std::ranges::any_of(secrets, [&](std::string_view secret) {
        return text.ends_with(secret.back()) && text.ends_with(secret);   // the letter is quicker to compare
    });
}

}

bool soundsSecret(std::string_view name) {
    std::string text;       // "dbPassword" and "DB_PASSWORD" as "dbpassword"
    std::size_t word = 0;   // where its last word begins
    bool secret = false;    // the words up to there
    bool lower = false;     // the letter before
    for (const char c : name) {
        const bool joint = c == '_' || c == '-' || c == '.';
        const bool upper = c >= 'A' && c <= 'Z';
        if ((joint || (lower && upper)) && word < text.size()) {
            secret = secret || endsSecret(text);
            word = text.size();
        }
        if (!joint) text += upper ? static_cast<char>(c - 'A' + 'a') : c;
        lower = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
    return (secret || endsSecret(text)) &&
           !std::ranges::contains(properties, std::string_view(text).substr(word));
}

}
