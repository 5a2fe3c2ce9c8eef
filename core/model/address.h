#pragma once

#include <string_view>

namespace arabesque {

/// Whether a host is given as an IP address, version 4 or 6, and not by a name.
[[nodiscard]] bool isIpAddress(std::string_view host);

}
