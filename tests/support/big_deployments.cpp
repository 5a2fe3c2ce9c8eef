#include "tests/support/big_deployments.h"

#include "core/model/deployment.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <random>
#include <sstream>
#include <vector>

namespace arabesque::tests {

namespace {

void addNode(std::string& text, const std::string& name, std::string_view role, const std::string& more) {
    text += "\n[[node]]\nname = \"" + name + "\"\nrole = \"" + std::string(role) + "\"\n" + more;
}

struct Spot {
    double x, y;
};
struct Segment {
    Spot a, b;
    std::size_t line;
};

double turn(const Spot& a, const Spot& b, const Spot& c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool cross(const Segment& one, const Segment& other) {
    const double a = turn(one.a, one.b, other.a) * turn(one.a, one.b, other.b);
    const double b = turn(other.a, other.b, one.a) * turn(other.a, other.b, one.b);
    return a < 0 && b < 0;
}

std::size_t countCrossings(std::vector<Segment> segments) {
    for (Segment& each : segments)
        if (each.a.x > each.b.x) std::swap(each.a, each.b);
    std::ranges::sort(segments, {}, [](const Segment& each) { return each.a.x; });
    std::size_t count = 0;
    std::vector<const Segment*> open;
    for (const Segment& each : segments) {
        std::erase_if(open, [&](const Segment* other) { return other->b.x < each.a.x; });
        for (const Segment* other : open)
            if (other->line != each.line && cross(*other, each)) ++count;
        open.push_back(&each);
    }
    return count;
}

/// The curve of four control points from dot, in straight pieces.
void flatten(const std::array<Spot, 4>& p, std::size_t line, std::vector<Segment>& into) {
    constexpr int pieces = 8;
    Spot last = p[0];
    for (int i = 1; i <= pieces; ++i) {
        const double t = static_cast<double>(i) / pieces;
        const double u = 1 - t;
        const auto at = [&](double Spot::* axis) {
            return u * u * u * p[0].*axis + 3 * u * u * t * p[1].*axis + 3 * u * t * t * p[2].*axis +
                   t * t * t * p[3].*axis;
        };
        const Spot next{at(&Spot::x), at(&Spot::y)};
        into.push_back({last, next, line});
        last = next;
    }
}

}

std::string realisticDeployment(std::size_t nodes) {
    constexpr std::size_t nodesOfRegion = 50;
    const std::size_t regions = std::max<std::size_t>(2, nodes / nodesOfRegion);
    const std::size_t servers = nodes / regions - 8;
    std::string text = "format = 1\npattern = \"multi-region\"\n\n[dns]\nname = \"orders.example.com\"\n\n"
                       "[load_balancer.vip]\naddress = \"10.0.0.100\"\n";
    for (std::size_t r = 0; r < regions; ++r) {
        const std::string region = "region-" + std::to_string(r);
        text += "\n[[region]]\nname = \"" + region + "\"\nzones = [\"a\", \"b\"]\n";
        text += "\n[[database]]\nname = \"orders-" + std::to_string(r) +
                "\"\nengine = \"postgresql\"\nreplication = \"asynchronous\"\n";
    }
    for (std::size_t r = 0; r < regions; ++r) {
        const std::string suffix = "-" + std::to_string(r);
        const auto in = [&](std::size_t i) {
            return "region = \"region" + suffix + "\"\nzone = \"" + (i % 2 == 0 ? "a" : "b") + "\"\n";
        };
        for (std::size_t i = 0; i < 2; ++i)
            addNode(text, "lb" + suffix + '-' + std::to_string(i), "load-balancer", in(i));
        for (std::size_t i = 0; i < servers; ++i)
            addNode(text, "orders" + suffix + '-' + std::to_string(i),
                    i % 4 == 3 ? "micro-integrator" : "service",
                    in(i) + (i % 8 >= 6 ? "state = \"standby\"\n" : ""));
        for (std::size_t i = 0; i < 2; ++i) {
            addNode(text, "icp" + suffix + '-' + std::to_string(i), "integration-control-plane", in(i));
            addNode(text, "cache" + suffix + '-' + std::to_string(i), "cache", in(i));
            addNode(text, "db" + suffix + '-' + std::to_string(i), "database",
                    in(i) + "database = \"orders" + suffix + "\"\n" +
                        (i == 0 ? "" : "state = \"standby\"\n"));
        }
    }
    for (std::size_t r = 0; r < regions; ++r)
        text += "\n[[pool]]\nrole = \"integration-control-plane\"\ndatabase = \"orders-" + std::to_string(r) +
                "\"\n";
    return text;
}

std::string layeredDeployment(std::size_t nodes, unsigned seed) {
    constexpr std::array<std::string_view, 4> roles{"micro-integrator", "key-manager", "cache", "external"};
    const std::size_t each = nodes / roles.size();
    std::mt19937 random(seed);
    std::string text = "format = 1\n";
    const auto nameOf = [](std::size_t layer, std::size_t i) {
        return "n" + std::to_string(layer) + '-' + std::to_string(i);
    };
    for (std::size_t layer = 0; layer < roles.size(); ++layer)
        for (std::size_t i = 0; i < each; ++i) addNode(text, nameOf(layer, i), roles[layer], "");
    const auto link = [&](const std::string& from, const std::string& to) {
        text += "\n[[link]]\nfrom = \"" + from + "\"\nto = \"" + to + "\"\n";
    };
    for (std::size_t layer = 0; layer + 1 < roles.size(); ++layer)
        for (std::size_t i = 0; i < each; ++i) {
            link(nameOf(layer, i), nameOf(layer + 1, random() % each));
            link(nameOf(layer, i), nameOf(layer + 1, random() % each));
            link(nameOf(layer, random() % each), nameOf(layer + 1, i));   // nobody is left out
        }
    return text;
}

Topology topologyOf(const std::string& deploymentToml) {
    return arabesque::topologyOf(toml::Document(deploymentToml), Workload());
}

std::string toDot(const Diagram& diagram, bool withFrames) {
    std::string text = "digraph {\nnode [shape=box, fixedsize=true, width=2.9, height=1];\n";
    const auto nodesIn = [&](const std::string& region, const std::string& zone) {
        std::string names;
        for (std::size_t i = 0; i < diagram.boxes.size(); ++i)
            if (diagram.boxes[i].region == region && diagram.boxes[i].zone == zone)
                names += "b" + std::to_string(i) + ";\n";
        return names;
    };
    for (std::size_t i = 0; withFrames && i < diagram.frames.size(); ++i) {
        const Frame& frame = diagram.frames[i];
        if (frame.isZone) continue;
        text += "subgraph cluster_" + std::to_string(i) + " {\n" + nodesIn(frame.name, "");
        for (std::size_t z = 0; z < diagram.frames.size(); ++z)
            if (diagram.frames[z].isZone && diagram.frames[z].region == frame.name)
                text += "subgraph cluster_" + std::to_string(z) + " {\n" +
                        nodesIn(frame.name, diagram.frames[z].name) + "}\n";
        text += "}\n";
    }
    for (std::size_t i = 0; i < diagram.boxes.size(); ++i) text += "b" + std::to_string(i) + ";\n";
    for (const Line& line : diagram.lines)
        text += "b" + std::to_string(line.from) + " -> b" + std::to_string(line.to) + ";\n";
    return text + "}\n";
}

std::size_t crossingsOf(const Diagram& diagram) {
    std::vector<Segment> segments;
    const auto spot = [](Point point) {
        return Spot{static_cast<double>(point.x), static_cast<double>(point.y)};
    };
    for (std::size_t i = 0; i < diagram.lines.size(); ++i)
        for (std::size_t p = 1; p < diagram.lines[i].path.size(); ++p)
            segments.push_back({spot(diagram.lines[i].path[p - 1]), spot(diagram.lines[i].path[p]), i});
    return countCrossings(std::move(segments));
}

std::size_t crossingsOfPlain(const std::string& plain) {
    std::vector<Segment> segments;
    std::istringstream lines(plain);
    std::size_t line = 0;
    for (std::string text; std::getline(lines, text);) {
        std::istringstream words(text);
        std::string kind, from, to;
        std::size_t count = 0;
        words >> kind;
        if (kind != "edge") continue;
        words >> from >> to >> count;
        std::vector<Spot> points(count);
        for (Spot& each : points) words >> each.x >> each.y;
        for (std::size_t i = 0; i + 3 < count; i += 3)
            flatten({points[i], points[i + 1], points[i + 2], points[i + 3]}, line, segments);
        ++line;
    }
    return countCrossings(std::move(segments));
}

}
