#pragma once

#include <string>
#include <string_view>

namespace arabesque {

/// Base64 with padding and without line breaks (RFC 4648, section 4).
[[nodiscard]] std::string base64(std::string_view bytes);

}
