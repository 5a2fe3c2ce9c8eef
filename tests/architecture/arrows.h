#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace arabesque::tests {

/// An include that the layers do not allow.
struct Offence {
    std::string file;       // from the root of the sources
    std::string included;   // or another forbidden word, as written
    std::string reason;
};

/// Reads every C++ file of core/ and app/ below `sources` and holds its includes against the table of arrows.
std::vector<Offence> offencesIn(const std::filesystem::path& sources);

}
