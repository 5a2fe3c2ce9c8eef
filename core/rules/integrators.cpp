#include "core/rules/integrators.h"

#include "core/model/upstreams.h"

namespace arabesque {

std::int64_t integratorCopies(const Topology& topology) {
    return copiesOf(topology, topology.nodesOf("micro-integrator"));
}

}
