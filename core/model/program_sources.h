#pragma once

#include "core/ballerina/package_facts.h"
#include "core/text/snapshot.h"

#include <vector>

namespace arabesque {

/// The sources of the program that a project is: those of its package, or the single file.
[[nodiscard]] std::vector<ballerina::Source> programSourcesOf(const Snapshot& snapshot);

}
