#pragma once

#include "core/model/connections.h"
#include "core/model/topology.h"
#include "core/text/message.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// Diagram units are the pixels of a screen at 100 %; x grows to the right, y down.
struct Rect {
    std::int64_t x = 0, y = 0, width = 0, height = 0;

    [[nodiscard]] std::int64_t right() const { return x + width; }
    [[nodiscard]] std::int64_t bottom() const { return y + height; }
    [[nodiscard]] Point corner() const { return {x, y}; }
    [[nodiscard]] Point centre() const { return {x + width / 2, y + height / 2}; }
    [[nodiscard]] bool contains(Point point) const {
        return point.x >= x && point.x < right() && point.y >= y && point.y < bottom();
    }
    [[nodiscard]] bool meets(const Rect& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    [[nodiscard]] Rect grown(std::int64_t by) const {
        return {x - by, y - by, width + 2 * by, height + 2 * by};
    }
    friend bool operator==(const Rect&, const Rect&) = default;
};

/// The least rectangle around both.
[[nodiscard]] Rect united(const Rect& a, const Rect& b);

/// A region, or a zone inside one. It lies around what is in it.
struct Frame {
    std::string id{};       ///< "region:eu-west", "zone:eu-west/a"
    std::string name{};     ///< of the region or zone
    std::string region{};   ///< of a zone; empty: it is a region, or a zone of none
    std::string role{};     ///< of a region: active, primary or standby
    bool isZone = false;
    std::optional<std::size_t> number{};   ///< of the [[region]] that is this, or declares this zone
    Rect place{};

    friend bool operator==(const Frame&, const Frame&) = default;
};

/// Something that takes part. Every box has the same size, so that a longer name moves nothing.
struct Box {
    std::string id{};   ///< "node:orders-1", "clients", "dns", "balancer:eu-west", "database:orders"
    End end{};
    std::string role{};   ///< of a node, and of what stands in for one: "database"; else empty
    std::string title{};
    Message kind{};          ///< what it is, in words
    std::string address{};   ///< "10.0.1.11:9090"; empty: none is known
    std::string region{}, zone{};
    bool standby = false;
    std::int64_t copies = 1;
    bool isPlaced = false;   ///< by `position` of its node
    Rect place{};

    [[nodiscard]] bool isNode() const { return end.kind == End::Kind::Node; }
    friend bool operator==(const Box& a, const Box& b);
};

/// A connection between two boxes.
struct Line {
    std::string id{};
    Connection::Kind kind = Connection::Kind::Request;
    std::size_t from = 0, to = 0;   ///< numbers of boxes
    std::string label{};            ///< "HTTPS 443"
    bool standby = false;
    std::optional<std::size_t> link{};   ///< number of the [[link]] that declares it
    std::vector<Point> path{};           ///< from border to border, at least two points
    /// Where the label stands; lines that share an end and say the same are labelled once.
    std::optional<Rect> labelPlace{};

    friend bool operator==(const Line&, const Line&) = default;
};

/// A deployment as a picture: no drawing, only what is where. Ids say the same thing as long as it has its name; of
/// several of one name the later ones end in "#2", "#3" and so on.
struct Diagram {
    std::vector<Frame> frames;   ///< a region before its zones
    std::vector<Box> boxes;      ///< first the nodes, in the order of their entries
    std::vector<Line> lines;
    Rect extent{};

    [[nodiscard]] const Box* box(std::string_view id) const;
    [[nodiscard]] const Frame* frame(std::string_view id) const;
    friend bool operator==(const Diagram&, const Diagram&) = default;
};

/// The picture of a deployment. A node with a position stands there. Others stay where they are in `before`; new ones
/// land in free space near what they are connected with, inside their region and zone. Without `before` those without a
/// position stand where arrange() puts them, or near it.
[[nodiscard]] Diagram diagramOf(const Topology& topology, const Diagram* before = nullptr);

/// The picture with all boxes arranged anew: rows from clients to data, regions beside each other and zones inside
/// them, as few crossings as can be found.
[[nodiscard]] Diagram arrange(const Topology& topology);

}
