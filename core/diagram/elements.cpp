#include "core/diagram/elements.h"

#include "core/diagram/measures.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace arabesque {

namespace {

/// A position further away is taken for this one.
constexpr std::int64_t furthest = 1'000'000;

/// Builds the parts of a diagram, each with an id of its own.
class ElementBuilder {
public:
    explicit ElementBuilder(const Topology& topology) : m_topology(topology) {}

    Diagram run() {
        nodes();
        frames();
        lines(connectionsOf(m_topology));
        return std::move(m_diagram);
    }

private:
    /// `id`, with a number behind it where it is taken.
    std::string distinct(std::string id) {
        const std::size_t count = ++m_taken[id];
        if (count > 1) id += '#' + std::to_string(count);
        return id;
    }

    void nodes() {
        m_diagram.boxes.reserve(m_topology.nodes.size() + m_topology.regions.size() + 2);
        for (const Node& node : m_topology.nodes) {
            Box& box = m_diagram.boxes.emplace_back();
            box.id = distinct("node:" + *node.name);
            box.end = {End::Kind::Node, node.number};
            box.role = *node.role;
            box.title = *node.name;
            m_names.insert(*node.name);
            const NodeRole* role = node.kind();
            box.kind = role != nullptr ? Message(role->label)
                                       : Message(MESSAGE("diagram", "Unknown role %1"), *node.role);
            box.address = addressOf(*node.host, *node.port);
            box.region = *node.region;
            box.zone = *node.zone;
            box.standby = node.isStandby();
            box.copies = *node.replicas;
            if (node.position) {
                box.isPlaced = true;
                box.place.x = std::clamp((**node.position).x, -furthest, furthest);
                box.place.y = std::clamp((**node.position).y, -furthest, furthest);
            }
            box.place.width = measures::boxWidth;
            box.place.height = measures::boxHeight;
        }
    }

    static std::string addressOf(const std::string& host, std::int64_t port) {
        const bool isNumeric = host.contains(':');   // IPv6
        std::string text = isNumeric ? '[' + host + ']' : host;
        if (port > 0) text += ':' + std::to_string(port);
        return text;
    }

    void frames() {
        for (const Region& region : m_topology.regions) {
            Frame& frame = regionFrame(*region.name);
            if (frame.number) continue;   // a second one of its name
            frame.role = *region.role;
            frame.number = region.number;
            for (const std::string& zone : *region.zones)
                zoneFrame(*region.name, zone).number = region.number;
        }
        for (const Node& node : m_topology.nodes) {
            if (!node.region->empty()) regionFrame(*node.region);
            if (!node.zone->empty()) zoneFrame(*node.region, *node.zone);
        }
        sortFrames();
    }

    /// A region before its zones: those that no region declares were found late.
    void sortFrames() {
        std::map<std::string, std::size_t, std::less<>> order;
        for (const Frame& frame : m_diagram.frames) order.try_emplace(regionOf(frame), order.size());
        std::ranges::stable_sort(m_diagram.frames, {}, [&](const Frame& frame) {
            return std::pair(order.find(regionOf(frame))->second, frame.isZone);
        });
    }

    static const std::string& regionOf(const Frame& frame) {
        return frame.isZone ? frame.region : frame.name;
    }

    Frame& regionFrame(const std::string& name) {
        Frame& frame = frameOf("region:" + name);
        frame.name = name;
        return frame;
    }

    Frame& zoneFrame(const std::string& region, const std::string& name) {
        Frame& frame = frameOf("zone:" + region + '/' + name);
        frame.name = name;
        frame.region = region;
        frame.isZone = true;
        return frame;
    }

    Frame& frameOf(const std::string& id) {
        const auto [at, isNew] = m_frames.try_emplace(id, m_diagram.frames.size());
        if (isNew) m_diagram.frames.emplace_back().id = id;
        return m_diagram.frames[at->second];
    }

    void lines(const std::vector<Connection>& connections) {
        m_diagram.lines.reserve(connections.size());
        m_taken.reserve(m_taken.size() + connections.size());
        std::size_t link = 0;
        for (const Connection& each : connections) {
            const std::size_t from = numberOf(each.from);
            const std::size_t to = numberOf(each.to);
            Line& line = m_diagram.lines.emplace_back();
            line.kind = each.kind;
            line.from = from;
            line.to = to;
            line.label = each.protocol;
            if (each.port > 0) {
                if (!line.label.empty()) line.label += ' ';
                line.label += std::to_string(each.port);
            }
            line.standby = each.standby;
            line.id = distinct(idOf(m_diagram.boxes[from], m_diagram.boxes[to], line.label));
            if (each.kind == Connection::Kind::Declared) line.link = nextLink(link);
        }
    }

    static std::string idOf(const Box& from, const Box& to, std::string_view label) {
        std::string id;
        id.reserve(from.id.size() + to.id.size() + label.size() + 2);   // there are thousands
        for (const std::string_view part : {std::string_view(from.id), std::string_view(">"),
                                            std::string_view(to.id), std::string_view(">"), label})
            id += part;
        return id;
    }

    /// Declared connections follow in the order of their links; those to unknown names are left out.
    std::size_t nextLink(std::size_t& link) const {
        while (!m_names.contains(*m_topology.links[link].from) ||
               !m_names.contains(*m_topology.links[link].to))
            ++link;
        return link++;
    }

    std::size_t numberOf(const End& end) {
        if (end.kind == End::Kind::Node) return end.number;   // nodes come first
        const auto [at, isNew] = m_numbers.try_emplace(end, m_diagram.boxes.size());
        if (isNew) addOutsider(end);
        return at->second;
    }

    /// What is no node.
    void addOutsider(const End& end) {
        Box& box = m_diagram.boxes.emplace_back();
        box.end = end;
        box.place.width = measures::boxWidth;
        box.place.height = measures::boxHeight;
        switch (end.kind) {
        case End::Kind::Clients:
            box.id = "clients";
            box.kind = Message(MESSAGE("diagram", "Clients"));
            break;
        case End::Kind::Dns:
            box.id = "dns";
            box.kind = Message(MESSAGE("diagram", "DNS"));
            box.address = *m_topology.value(deploymentToml().dns.name);
            break;
        case End::Kind::ManagedBalancer: balancer(box); break;
        case End::Kind::ManagedDatabase: database(box, m_topology.databases[end.number]); break;
        case End::Kind::Node: break;   // made before
        }
        box.id = distinct(box.id);
    }

    void balancer(Box& box) const {
        box.region = placeOf(box.end.number);
        box.id = "balancer:" + box.region;
        box.role = "load-balancer";
        box.kind = Message(MESSAGE("diagram", "Managed balancer"));
    }

    /// The region that connections number so: declared ones first, then others as nodes name them.
    [[nodiscard]] std::string placeOf(std::size_t number) const {
        if (number < m_topology.regions.size()) return *m_topology.regions[number].name;
        std::vector<std::string> others;
        for (const Node& node : m_topology.nodes)
            if (m_topology.region(*node.region) == nullptr && !std::ranges::contains(others, *node.region))
                others.push_back(*node.region);
        return others[number - m_topology.regions.size()];
    }

    static void database(Box& box, const Database& database) {
        box.id = "database:" + *database.name;
        box.role = "database";
        box.title = *database.name;
        box.kind = Message(MESSAGE("diagram", "Managed %1"), *database.engine);
    }

    const Topology& m_topology;
    Diagram m_diagram;
    std::map<End, std::size_t> m_numbers;   ///< of what is no node
    std::map<std::string, std::size_t, std::less<>> m_frames;
    std::unordered_map<std::string, std::size_t> m_taken;
    std::unordered_set<std::string_view> m_names;   ///< of nodes
};

}

Rect united(const Rect& a, const Rect& b) {
    const std::int64_t x = std::min(a.x, b.x);
    const std::int64_t y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

bool operator==(const Box& a, const Box& b) {
    const auto parts = [](const Box& box) {
        return std::tie(box.id, box.end, box.role, box.title, box.kind.source, box.kind.arguments,
                        box.address, box.region, box.zone, box.standby, box.copies, box.isPlaced, box.place);
    };
    return parts(a) == parts(b);
}

const Box* Diagram::box(std::string_view id) const {
    const auto found = std::ranges::find(boxes, id, &Box::id);
    return found == boxes.end() ? nullptr : &*found;
}

const Frame* Diagram::frame(std::string_view id) const {
    const auto found = std::ranges::find(frames, id, &Frame::id);
    return found == frames.end() ? nullptr : &*found;
}

Diagram elementsOf(const Topology& topology) {
    return ElementBuilder(topology).run();
}

Nesting nestingOf(const Diagram& diagram) {
    std::map<std::string_view, std::size_t> numbers;
    for (std::size_t i = 0; i < diagram.frames.size(); ++i) numbers.emplace(diagram.frames[i].id, i);
    const auto find = [&](const std::string& id) -> std::optional<std::size_t> {
        const auto found = numbers.find(id);
        return found == numbers.end() ? std::nullopt : std::optional(found->second);
    };
    Nesting nesting;
    for (const Box& box : diagram.boxes)
        nesting.ofBox.push_back(box.zone.empty() ? find("region:" + box.region)
                                                 : find("zone:" + box.region + '/' + box.zone));
    for (const Frame& frame : diagram.frames)
        nesting.ofFrame.push_back(frame.isZone ? find("region:" + frame.region) : std::nullopt);
    return nesting;
}

Rect emptyFrame(Point corner) {
    constexpr std::int64_t width = measures::boxWidth + 2 * measures::framePadding;
    constexpr std::int64_t height = measures::boxHeight + measures::frameHeader + measures::framePadding;
    return {corner.x, corner.y, width, height};
}

Rect framed(const Rect& inside) {
    return {inside.x - measures::framePadding, inside.y - measures::frameHeader,
            inside.width + 2 * measures::framePadding,
            inside.height + measures::frameHeader + measures::framePadding};
}

void encloseFrames(Diagram& diagram, const Nesting& nesting) {
    std::vector<std::optional<Rect>> inside(diagram.frames.size());
    const auto add = [&](std::optional<std::size_t> frame, const Rect& part) {
        if (frame) inside[*frame] = inside[*frame] ? united(*inside[*frame], part) : part;
    };
    for (std::size_t i = 0; i < diagram.boxes.size(); ++i) add(nesting.ofBox[i], diagram.boxes[i].place);
    for (std::size_t i = diagram.frames.size(); i-- > 0;) {   // zones stand behind their region
        Frame& frame = diagram.frames[i];
        frame.place = inside[i] ? framed(*inside[i]) : emptyFrame(frame.place.corner());
        add(nesting.ofFrame[i], frame.place);
    }
    std::optional<Rect> all;
    for (const Box& box : diagram.boxes) all = all ? united(*all, box.place) : box.place;
    for (const Frame& frame : diagram.frames) all = all ? united(*all, frame.place) : frame.place;
    diagram.extent = all.value_or(Rect()).grown(all ? measures::margin : 0);
}

}
