#include "core/diagram/diagram.h"

#include "core/diagram/arrange.h"
#include "core/diagram/box_index.h"
#include "core/diagram/elements.h"
#include "core/diagram/free_place.h"
#include "core/diagram/measures.h"
#include "core/diagram/routes.h"

#include <algorithm>
#include <unordered_map>

namespace arabesque {

namespace {

/// New boxes that are more than this part of all are not squeezed in one by one.
constexpr std::size_t fewOf = 4;

void finish(Diagram& diagram, const Nesting& nesting) {
    encloseFrames(diagram, nesting);
    routeLines(diagram);
}

/// Places of boxes and frames by id.
std::unordered_map<std::string_view, Rect> placesOf(const Diagram& diagram) {
    std::unordered_map<std::string_view, Rect> places;
    for (const Box& box : diagram.boxes) places.emplace(box.id, box.place);
    for (const Frame& frame : diagram.frames) places.emplace(frame.id, frame.place);
    return places;
}

/// Takes the places that arranging gives for all that stand free there; says of each box whether it has one.
void takeArranged(Diagram& diagram, const Diagram& arranged, std::vector<bool>& isPlaced) {
    BoxIndex taken;
    for (std::size_t i = 0; i < diagram.boxes.size(); ++i)
        if (isPlaced[i]) taken.add(diagram.boxes[i].place);
    for (std::size_t i = 0; i < diagram.boxes.size(); ++i) {
        const Rect& place = arranged.boxes[i].place;
        if (isPlaced[i] || !taken.isFree(place.grown(measures::framePadding))) continue;
        diagram.boxes[i].place = place;
        isPlaced[i] = true;
    }
}

}

Diagram diagramOf(const Topology& topology, const Diagram* before) {
    Diagram diagram = elementsOf(topology);
    const Nesting nesting = nestingOf(diagram);
    std::vector<bool> isPlaced;
    isPlaced.reserve(diagram.boxes.size());
    for (const Box& box : diagram.boxes) isPlaced.push_back(box.isPlaced);
    if (before != nullptr) {
        const auto places = placesOf(*before);
        for (std::size_t i = 0; i < diagram.boxes.size(); ++i) {
            const auto found = places.find(diagram.boxes[i].id);
            if (isPlaced[i] || found == places.end()) continue;
            diagram.boxes[i].place = found->second;
            isPlaced[i] = true;
        }
        for (Frame& frame : diagram.frames)
            if (const auto found = places.find(frame.id); found != places.end()) frame.place = found->second;
    }
    const auto missing = static_cast<std::size_t>(std::ranges::count(isPlaced, false));
    const bool areFramesNew = before == nullptr || before->frames.empty();
    if (missing * fewOf > isPlaced.size() || areFramesNew) {
        Diagram arranged = diagram;
        arrangeBoxes(arranged, nesting);
        takeArranged(diagram, arranged, isPlaced);
        for (std::size_t i = 0; i < diagram.frames.size(); ++i)
            if (diagram.frames[i].place == Rect()) diagram.frames[i].place = arranged.frames[i].place;
    }
    findFreePlaces(diagram, nesting, std::move(isPlaced));
    finish(diagram, nesting);
    return diagram;
}

Diagram arrange(const Topology& topology) {
    Diagram diagram = elementsOf(topology);
    const Nesting nesting = nestingOf(diagram);
    arrangeBoxes(diagram, nesting);
    finish(diagram, nesting);
    return diagram;
}

}
