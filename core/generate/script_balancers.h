#pragma once

#include "core/generate/bash_writer.h"
#include "core/model/deployment.h"

#include <cstddef>
#include <vector>

namespace arabesque {

/// Variables of the balancers and of what they choose from, for `scripts::rotation`. `numbers` are of nodes whose name is
/// that of a file.
void writeBalancers(BashWriter& writer, const Deployment& deployment,
                    const std::vector<std::size_t>& numbers);

}
