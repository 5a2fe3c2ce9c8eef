#pragma once

#include "core/text/message.h"

#include <expected>

namespace arabesque {

/// The world's refusal: a disk, a format, a size. One sentence: what, where, what to do.
struct Error {
    Message message;
};

template <class T> using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> failure(Message message) {
    return std::unexpected(Error{std::move(message)});
}

}
