#include "core/files/seal.h"

#include "core/files/disk.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <nettle/gcm.h>
#include <nettle/memops.h>
#include <span>
#include <sys/random.h>
#include <unistd.h>

namespace arabesque {

namespace {

namespace fs = std::filesystem;

constexpr unsigned ownerOnly = 0600;

/// From the system's source. It answers whatever is asked of so few bytes; a system without one is no place to seal.
void fillRandomly(std::span<std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::getrandom(bytes.data(), bytes.size(), 0);
        if (count < 0 && errno != EINTR) std::abort();
        if (count > 0) bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
}

std::uint8_t* bytesOf(std::string& text) {
    return reinterpret_cast<std::uint8_t*>(text.data());
}

const std::uint8_t* bytesOf(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

std::optional<Seal> sealOf(const fs::path& file) {
    const auto bytes = disk::readFile(file);
    if (!bytes || bytes->size() != Seal::keySize) return {};
    Seal::Key key{};
    std::ranges::copy_n(bytesOf(*bytes), Seal::keySize, key.begin());
    return Seal(key);
}

std::string newKey() {
    std::string key(Seal::keySize, '\0');
    fillRandomly({bytesOf(key), key.size()});
    return key;
}

/// Of two programs that start together one makes the key and the other takes it: a link replaces nothing.
int makeKey(const fs::path& file) {
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    const fs::path temporary = disk::temporaryBeside(file);
    if (const int error = disk::writeNew(temporary, newKey(), ownerOnly); error != 0) return error;
    const int error = ::link(temporary.c_str(), file.c_str()) == 0 ? 0 : errno;
    ::unlink(temporary.c_str());
    disk::syncFolder(file.parent_path());
    return error == EEXIST ? 0 : error;
}

gcm_aes256_ctx contextFor(const Seal::Key& key, const std::uint8_t* nonce, std::string_view subject) {
    gcm_aes256_ctx context;
    gcm_aes256_set_key(&context, key.data());
    gcm_aes256_set_iv(&context, GCM_IV_SIZE, nonce);
    gcm_aes256_update(&context, subject.size(), bytesOf(subject));
    return context;
}

}

Result<Seal> Seal::withKeyIn(const fs::path& file) {
    if (const auto seal = sealOf(file)) return *seal;
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(file, ignored))) fs::remove(file, ignored);
    const int error = makeKey(file);
    if (const auto seal = sealOf(file)) return *seal;
    return disk::refusal(MESSAGE("files", "'%1' cannot be written: %2"), file, error == 0 ? EIO : error);
}

std::string Seal::sealed(std::string_view bytes, std::string_view subject) const {
    std::string result(GCM_IV_SIZE + bytes.size() + GCM_DIGEST_SIZE, '\0');
    std::uint8_t* nonce = bytesOf(result);
    fillRandomly({nonce, GCM_IV_SIZE});
    gcm_aes256_ctx context = contextFor(m_key, nonce, subject);
    gcm_aes256_encrypt(&context, bytes.size(), nonce + GCM_IV_SIZE, bytesOf(bytes));
    gcm_aes256_digest(&context, GCM_DIGEST_SIZE, nonce + GCM_IV_SIZE + bytes.size());
    return result;
}

std::optional<std::string> Seal::opened(std::string_view sealed, std::string_view subject) const {
    if (sealed.size() < GCM_IV_SIZE + GCM_DIGEST_SIZE) return {};
    const std::string_view hidden = sealed.substr(GCM_IV_SIZE, sealed.size() - GCM_IV_SIZE - GCM_DIGEST_SIZE);
    gcm_aes256_ctx context = contextFor(m_key, bytesOf(sealed), subject);
    std::string bytes(hidden.size(), '\0');
    gcm_aes256_decrypt(&context, hidden.size(), bytesOf(bytes), bytesOf(hidden));
    std::array<std::uint8_t, GCM_DIGEST_SIZE> digest{};
    gcm_aes256_digest(&context, digest.size(), digest.data());
    const std::string_view expected = sealed.substr(sealed.size() - GCM_DIGEST_SIZE);
    if (memeql_sec(digest.data(), expected.data(), digest.size()) == 0) return {};
    return bytes;
}

}
