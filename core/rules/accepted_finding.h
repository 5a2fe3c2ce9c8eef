#pragma once

#include "core/text/diagnostic.h"

#include <cstddef>

namespace arabesque {

/// A finding that Deployment.toml accepts, and the number of the entry that does.
struct AcceptedFinding {
    Diagnostic finding;
    std::size_t acceptance = 0;
};

}
