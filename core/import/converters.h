#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace arabesque {

/// From the text of a file to that of a setting; nothing where the file's says nothing about it.
using Convert = std::optional<std::string> (*)(std::string_view text);

namespace convert {
[[nodiscard]] std::optional<std::string> asItIs(std::string_view text);
[[nodiscard]] std::optional<std::string> isThere(std::string_view text);        ///< "true"
[[nodiscard]] std::optional<std::string> seconds(std::string_view text);        ///< 60 is "1m"
[[nodiscard]] std::optional<std::string> milliseconds(std::string_view text);   ///< HAProxy's plain numbers
[[nodiscard]] std::optional<std::string> bytes(std::string_view text);          ///< "32k" is 32768
[[nodiscard]] std::optional<std::string> imageRepository(std::string_view image);
[[nodiscard]] std::optional<std::string> imageName(std::string_view image);
[[nodiscard]] std::optional<std::string> imageTag(std::string_view image);
[[nodiscard]] std::optional<std::string> number(std::string_view text);   ///< the first one in it
[[nodiscard]] std::optional<std::string> lastWord(std::string_view text);
[[nodiscard]] std::optional<std::string> lastBytes(std::string_view text);   ///< of "4 32k": 32768
[[nodiscard]] std::optional<std::string> nginxWorkers(std::string_view text);
[[nodiscard]] std::optional<std::string> nginxTls(std::string_view listen);
[[nodiscard]] std::optional<std::string> nginxRetries(std::string_view text);
[[nodiscard]] std::optional<std::string> nginxUnsafeRetries(std::string_view text);
[[nodiscard]] std::optional<std::string> nginxHash(std::string_view text);
[[nodiscard]] std::optional<std::string> haproxyMethod(std::string_view text);
[[nodiscard]] std::optional<std::string> leastConnections(std::string_view text);
[[nodiscard]] std::optional<std::string> ipHash(std::string_view text);
[[nodiscard]] std::optional<std::string> randomMethod(std::string_view text);
[[nodiscard]] std::optional<std::string> ingress(std::string_view text);
[[nodiscard]] std::optional<std::string> httpRoute(std::string_view text);
}

}
