#pragma once

#include <optional>
#include <string_view>

namespace arabesque {

/// What differs between releases of code-to-cloud (c2c 4.0.0, section 8.8).
struct Release {
    std::string_view first;           ///< of the releases with these images: "3.3.5"
    std::string_view jvmBase;         ///< final FROM of a program on the JVM
    std::string_view nativeBuilder;   ///< first FROM of a native executable
    std::string_view nativeBase;
};

/// The images of a release, "3.2" or "3.2.0"; those of the newest for one that is not known.
[[nodiscard]] const Release& releaseOf(std::string_view version);

/// The release that a Ballerina distribution ("2201.9.0") brings, where it is an older one than the newest.
[[nodiscard]] std::optional<std::string_view> olderReleaseFor(std::string_view distribution);

}
