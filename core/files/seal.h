#pragma once

#include "core/text/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace arabesque {

/// Encrypts and authenticates bytes that are kept beside the user's state: AES-256-GCM with a random nonce each time.
class Seal {
public:
    static constexpr std::size_t keySize = 32;
    using Key = std::array<std::uint8_t, keySize>;

    explicit Seal(const Key& key) : m_key(key) {}

    /// With the key in `file`, which only its owner may read. A key that is missing or no key is made anew, and what
    /// was sealed with another stays shut. Fails where the file cannot be written.
    [[nodiscard]] static Result<Seal> withKeyIn(const std::filesystem::path& file);

    /// `subject` says what the bytes are about; it is not kept, and has to be the same to open them.
    [[nodiscard]] std::string sealed(std::string_view bytes, std::string_view subject) const;
    /// Nothing for another key, another subject or bytes of which one was changed.
    [[nodiscard]] std::optional<std::string> opened(std::string_view sealed, std::string_view subject) const;

private:
    Key m_key;
};

}
