#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace arabesque::cli {

/// Keys in the order they are written in.
using Json = nlohmann::ordered_json;

/// One line; bytes that are no UTF-8, as an argument may hold, become U+FFFD.
[[nodiscard]] inline std::string printed(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}
