#pragma once

#include "core/model/topology.h"
#include "core/text/message.h"
#include "core/text/result.h"

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// Something that can be lost.
struct Failure {
    enum class Kind {
        Node,       ///< its programs end: connections to it are refused
        Host,       ///< a machine with all nodes on it: packets to it are dropped
        Zone,       ///< likewise, all that stands there
        Region,     ///< likewise
        Link,       ///< the way from one node to another
        Balancer,   ///< the program; its machine stays. A managed one: as a whole
        Database,   ///< the copy that takes writes. A managed one: as a whole
        Dns
    };
    Kind kind = Kind::Node;
    /// Of a zone "region/zone", or "zone" where no region is declared; of a link "from->to".
    std::string name{};

    friend auto operator<=>(const Failure&, const Failure&) = default;
};

/// "node:orders-1", as it is read and listed.
[[nodiscard]] std::string toText(const Failure& failure);

/// Reads "node:N", "host:H", "zone:Z", "zone:REGION/Z", "region:R", "link:A->B", "balancer:N", "database:N" or "dns:N".
/// Fails with what there is where the name is none, and where a zone's name is not enough.
[[nodiscard]] Result<Failure> readFailure(const Topology& topology, std::string_view text);

/// Everything that can be lost, in order; a host only where several nodes share it or it has a name of its own.
[[nodiscard]] std::vector<Failure> failuresOf(const Topology& topology);

/// How a managed balancer is called: its region, or "managed" where no region is declared.
[[nodiscard]] std::string managedBalancerName(std::string_view place);

}
