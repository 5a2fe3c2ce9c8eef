#include "core/schema/roles.h"

#include <algorithm>
#include <utility>

namespace arabesque {

namespace {

using Tier = NodeRole::Tier;

constexpr NodeRole roles[] = {
    {"load-balancer", MESSAGE("roles", "Load balancer"), Tier::Balancer, 443, "HTTPS", ""},
    {"service", MESSAGE("roles", "Service"), Tier::Traffic, 9090, "HTTP", "integrator"},
    {"micro-integrator", MESSAGE("roles", "Micro Integrator"), Tier::Traffic, 8290, "HTTP",
     "micro-integrator"},
    {"gateway", MESSAGE("roles", "Gateway"), Tier::Traffic, 8243, "HTTPS", "api-manager"},
    {"all-in-one", MESSAGE("roles", "API Manager all-in-one"), Tier::Traffic, 9443, "HTTPS", "api-manager"},
    {"control-plane", MESSAGE("roles", "Control plane"), Tier::Control, 9443, "HTTPS", "api-manager"},
    {"integration-control-plane", MESSAGE("roles", "Integration Control Plane"), Tier::Control, 9446, "HTTPS",
     ""},
    {"traffic-manager", MESSAGE("roles", "Traffic manager"), Tier::Support, 9611, "TCP", "api-manager"},
    {"key-manager", MESSAGE("roles", "Key manager"), Tier::Support, 9443, "HTTPS", "api-manager"},
    {"cache", MESSAGE("roles", "Cache"), Tier::Data, 6379, "TCP", ""},
    {"database", MESSAGE("roles", "Database"), Tier::Data, 0, "TCP", ""},
    {"external", MESSAGE("roles", "External system"), Tier::Outside, 443, "HTTPS", ""},
};

}

std::span<const NodeRole> allRoles() {
    return roles;
}

const NodeRole* findRole(std::string_view id) {
    const auto found = std::ranges::find(roles, id, &NodeRole::id);
    return found == std::end(roles) ? nullptr : &*found;
}

std::int64_t portOfEngine(std::string_view engine) {
    constexpr std::pair<std::string_view, std::int64_t> ports[] = {
        {"postgresql", 5432}, {"mysql", 3306}, {"mssql", 1433}, {"oracle", 1521}};
    const auto found = std::ranges::find(ports, engine, [](const auto& each) { return each.first; });
    return found == std::end(ports) ? 0 : found->second;
}

}
