#include "core/model/address.h"

#include <algorithm>

namespace arabesque {

bool isIpAddress(std::string_view host) {
    const auto consistsOf = [&](std::string_view signs) {
        return std::ranges::all_of(host, [&](char c) { return signs.contains(c); });
    };
    return (host.contains(':') && consistsOf("0123456789abcdefABCDEF:.")) ||
           (host.contains('.') && consistsOf("0123456789."));
}

}
