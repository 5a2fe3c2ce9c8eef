#pragma once

#include "core/topology/losses.h"

#include <map>
#include <optional>

namespace arabesque {

/// What a node does.
enum class Standing {
    Serving,
    Waiting,   ///< a standby, or in a region that waits
    CutOff,    ///< it runs, and nothing leads to it
    Down
};

/// Who answers for a database, of those copies that one asker may ask.
struct DatabaseState {
    std::vector<std::size_t> writers{};      ///< nodes; empty: none
    std::optional<std::size_t> promoted{};   ///< a standby that became the primary
    Message why{};                           ///< there is none
};

/// What is left once all that can take over has taken over.
struct Survival {
    Losses losses{};
    std::vector<Standing> standing{};   ///< of each node
    std::vector<Message> why{};         ///< of each node that is down or cut off
    std::vector<bool> placeWorks{};     ///< of each place: a request that comes there is answered
    std::vector<bool> placeServes{};    ///< of each place: and requests come there
    bool data = false;                  ///< clients are served
    std::optional<bool> control{};      ///< people and tokens are; nothing where no node has that duty
    std::map<std::pair<std::size_t, std::size_t>, DatabaseState> databases{};   ///< by database and place

    [[nodiscard]] bool serves(std::size_t node) const { return standing[node] == Standing::Serving; }
    [[nodiscard]] std::int64_t copies(std::size_t node) const { return losses.copies[node]; }
};

[[nodiscard]] Survival survivalOf(const Wiring& wiring, std::span<const Failure> failures);

/// Whether the address of a balancer whose program ended goes to another one, as keepalived is set.
[[nodiscard]] bool virtualAddressMoves(const Topology& topology);

}
