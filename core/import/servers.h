#pragma once

#include "core/import/proposals.h"

#include <string>
#include <vector>

namespace arabesque {

/// A server that a balancer's configuration or a compose file names.
struct ForeignServer {
    std::string name{};   ///< empty: to be made from its group
    std::string group{};
    std::string role{};   ///< empty: to be told by its port
    std::string host{}, port{};
    bool standby = false;
    std::uint32_t line = 0;
};

/// Servers of the upstreams of NGINX, and of the backends of HAProxy.
[[nodiscard]] std::vector<ForeignServer> serversOfNginx(const std::vector<NginxDirective>& directives);
[[nodiscard]] std::vector<ForeignServer> serversOfHAProxy(const std::vector<ImportedValue>& values);
[[nodiscard]] std::vector<ForeignServer> serversOfCompose(const TreeNode& document);

/// Proposes a node for each server that is none yet, and states that differ. With a balancer in front, and a target that
/// its files are made for.
void proposeNodes(const std::vector<ForeignServer>& servers, std::string_view target, bool balanced,
                  Proposals& proposals);

}
