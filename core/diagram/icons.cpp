#include "core/diagram/icons.h"

#include <algorithm>
#include <utility>

namespace arabesque {

namespace {

constexpr std::pair<std::string_view, std::string_view> roleIcons[] = {
    {"load-balancer", "M12 3v6M12 9L5 15v5M12 9v11M12 9l7 6v5"},
    {"service", "M12 3l8 4.5v9L12 21l-8-4.5v-9zM12 12l8-4.5M12 12v9M12 12L4 7.5"},
    {"micro-integrator", "M4 8h15l-4-4M20 16H5l4 4"},
    {"gateway", "M4 21V9l8-6 8 6v12zM10 21v-7h4v7"},
    {"all-in-one", "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z"},
    {"control-plane", "M3 7h11M18 7h3M3 17h3M10 17h11M14 5h4v4h-4zM6 15h4v4H6z"},
    {"integration-control-plane", "M3 4h18v12H3zM8 20h8M12 16v4M7 12l3-3 3 2 4-4"},
    {"traffic-manager", "M4 18a8 8 0 1 1 16 0M12 18l4-7"},
    {"key-manager", "M8 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M12 12h9v4M17 12v3"},
    {"cache", "M13 3L5 13h6l-1 8 8-11h-6z"},
    {"database", "M5 6c0-3.5 14-3.5 14 0v12c0 3.5-14 3.5-14 0zM5 6c0 3.5 14 3.5 14 0M5 12c0 3.5 14 3.5 14 0"},
    {"external", "M7 19a4.5 4.5 0 0 1 0-9 5 5 0 0 1 9.7-1A5 5 0 0 1 17 19z"},
};
constexpr std::string_view clients = "M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M4 21c0-4 4-6 8-6s8 2 8 6";
constexpr std::string_view dns =
    "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18";
constexpr std::string_view unknown = "M4 4h16v16H4zM9 10a3 3 0 1 1 3 3v1M12 17v0.5";

}

std::string_view iconPath(std::string_view role) {
    const auto found = std::ranges::find(roleIcons, role, [](const auto& each) { return each.first; });
    return found == std::end(roleIcons) ? unknown : found->second;
}

std::string_view iconPath(const Box& box) {
    if (box.end.kind == End::Kind::Clients) return clients;
    if (box.end.kind == End::Kind::Dns) return dns;
    return iconPath(box.role);
}

}
