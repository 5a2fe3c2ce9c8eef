#include "app/diagram/diagram_entries.h"

#include <algorithm>

namespace arabesque {

toml::Path entryOf(const Diagram& diagram, const std::string& id) {
    if (const Box* box = diagram.box(id)) {
        if (box->isNode()) return {std::string("node"), box->end.number};
        if (box->end.kind == End::Kind::ManagedDatabase) return {std::string("database"), box->end.number};
        if (box->end.kind == End::Kind::Dns) return {std::string("dns")};
        if (box->end.kind == End::Kind::ManagedBalancer) return {std::string("load_balancer")};
        return {};
    }
    if (const Frame* frame = diagram.frame(id); frame && frame->number)
        return {std::string("region"), *frame->number};
    const auto line = std::ranges::find(diagram.lines, id, &Line::id);
    if (line != diagram.lines.end() && line->link) return {std::string("link"), *line->link};
    return {};
}

std::string idOf(const Diagram& diagram, const toml::Path& entry) {
    if (!std::holds_alternative<std::size_t>(entry[1])) return {};
    const auto& table = std::get<std::string>(entry[0]);
    const std::size_t number = std::get<std::size_t>(entry[1]);
    if (table == "region") {
        const auto frame = std::ranges::find_if(
            diagram.frames, [&](const Frame& each) { return !each.isZone && each.number == number; });
        return frame == diagram.frames.end() ? std::string() : frame->id;
    }
    if (table == "link") {
        const auto line = std::ranges::find(diagram.lines, std::optional(number), &Line::link);
        return line == diagram.lines.end() ? std::string() : line->id;
    }
    const End end{table == "node" ? End::Kind::Node : End::Kind::ManagedDatabase, number};
    const auto box = std::ranges::find(diagram.boxes, end, &Box::end);
    const bool isBox = (table == "node" || table == "database") && box != diagram.boxes.end();
    return isBox ? box->id : std::string();
}

}
