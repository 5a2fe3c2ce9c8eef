#pragma once

#include "core/model/resolve.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace arabesque {

/// A port a program listens at once it is started.
struct ListeningPort {
    std::int64_t number = 0;
    std::string
        key;       ///< "acme.orders.port": the configurable that moves it; empty where the source fixes it
    Place place;   ///< of what gives it
};

/// Those the sources tell, each number once, with the values of a configuration where there is one; 0 among them where a
/// listener is left whose port is computed or taken from another.
[[nodiscard]] std::vector<ListeningPort> listeningPortsOf(const ConfiguredProgram& program,
                                                          const toml::Document* configuration);

/// The one to move so that a program is reached at `port`. Nothing where it is reached there already, where no
/// configurable moves it, or where the sources tell of no port.
[[nodiscard]] const ListeningPort* portToMove(std::span<const ListeningPort> ports, std::int64_t port);

/// Whether a program can be reached at `port`, moved or not. True where the sources do not tell of all.
[[nodiscard]] bool canListenAt(std::span<const ListeningPort> ports, std::int64_t port);

}
