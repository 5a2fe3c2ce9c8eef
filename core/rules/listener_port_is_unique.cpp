#include "core/rules/rule.h"

#include <algorithm>
#include <map>

namespace arabesque {

namespace {

/// Two listeners may have one port when they do not meet: over TCP and UDP, or on two addresses.
bool meet(const ballerina::Listener& a, const ballerina::Listener& b) {
    if ((a.protocol == "udp") != (b.protocol == "udp")) return false;
    return !a.host || !b.host || a.host->text == b.host->text;
}

void check(const Checked& project, Findings& findings) {
    std::multimap<std::int64_t, const ballerina::Listener*> known;
    std::int64_t highest = 0;
    for (const ballerina::Listener& listener : project.facts.listeners)
        if (listener.port) highest = std::max(highest, listener.port->number);
    for (const ballerina::Listener& listener : project.facts.listeners) {
        if (!listener.port || listener.port->number == 0) continue;
        const std::int64_t number = listener.port->number;
        const auto [begin, end] = known.equal_range(number);
        const auto other =
            std::find_if(begin, end, [&](const auto& each) { return meet(*each.second, listener); });
        known.emplace(number, &listener);
        if (other == end) continue;
        const Place& place = listener.port->place;
        auto finding = findings.at(place);
        finding.say(
            {MESSAGE("rules",
                     "another listener has port %1 too: the second one finds the address in use, and the "
                     "program stops at its start. Services may share one listener"),
             std::to_string(number)});
        if (place != other->second->port->place && highest < 65535) {
            const std::string free = std::to_string(highest + 1);
            finding.fix({MESSAGE("rules", "Listen on port %1"), free},
                        Edit{{{place.file, place.range, free}}});
        }
    }
}

}

extern const Rule listener_port_is_unique{
    .id = "listener-port-is-unique",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Two listeners on one port"),
    .why = MESSAGE("rules", "The program ends at its start: the address is already in use."),
    .cure =
        MESSAGE("rules", "Declare one listener for both services, or give the second one a port of its own."),
    .source = "ballerina/http, Listener",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

listener http:Listener public = new (9090);
listener http:Listener admin = new («9090»);

service /orders on public {
}

service /admin on admin {
}
)",
                .right = R"(=== main.bal
import ballerina/http;

listener http:Listener public = new (9090);
listener http:Listener admin = new (9091);

service /orders on public {
}

service /admin on admin {
}
)"},
    .check = check};

}
