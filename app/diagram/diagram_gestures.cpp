#include "app/diagram/diagram_gestures.h"

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "app/session/what_if.h"
#include "core/diagram/gestures.h"

namespace arabesque {

namespace {

const std::string file(gestures::file);

/// The innermost frame around a point.
const Frame* frameAt(const Diagram& diagram, Point point) {
    const Frame* found = nullptr;
    for (const Frame& frame : diagram.frames)
        if (frame.place.contains(point) && (found == nullptr || frame.isZone)) found = &frame;
    return found;
}

}

DiagramGestures::DiagramGestures(Session& session, QObject* parent) : QObject(parent), m_session(session) {}

bool DiagramGestures::submit(const Result<Edit>& edit, const QString& title, const QString& mergeKey) {
    if (!edit) {
        emit refused(translated(edit.error().message));
        return false;
    }
    if (!edit->empty()) m_session.submit(*edit, title, mergeKey);
    emit done();
    return true;
}

const Box* DiagramGestures::node(const std::string& id) const {
    const Box* box = m_diagram->box(id);
    return box && box->isNode() ? box : nullptr;
}

std::string DiagramGestures::addNode(std::string_view role, const std::string& beside) {
    const toml::Document& document = m_session.document(file);
    gestures::NewNode added{.name = gestures::freshNodeName(document, role), .role = std::string(role)};
    if (const Box* box = m_diagram->box(beside)) {
        added.region = box->region;
        added.zone = box->zone;
    } else if (const Frame* frame = m_diagram->frame(beside)) {
        added.region = frame->isZone ? frame->region : frame->name;
        if (frame->isZone) added.zone = frame->name;
    }
    const std::string id = "node:" + added.name;
    return submit(gestures::addNode(document, added), tr("Add node %1").arg(toQt(added.name)))
               ? id
               : std::string();
}

std::string DiagramGestures::addRegion() {
    const std::string name = gestures::freshRegionName(m_session.document(file));
    return submit(gestures::addRegion(m_session.document(file), name), tr("Add region %1").arg(toQt(name)))
               ? "region:" + name
               : std::string();
}

std::string DiagramGestures::addZone(const std::string& region) {
    const std::string name = gestures::freshZoneName(m_session.document(file), region);
    return submit(gestures::addZone(m_session.document(file), region, name),
                  tr("Add zone %1").arg(toQt(name)))
               ? "zone:" + region + '/' + name
               : std::string();
}

void DiagramGestures::move(const std::string& box, Point place) {
    const Box* moved = node(box);
    if (!moved) return emit refused(tr("Only nodes can be moved; the rest finds its own place."));
    const Rect there{place.x, place.y, moved->place.width, moved->place.height};
    const Frame* frame = frameAt(*m_diagram, there.centre());
    const std::string region = !frame ? std::string() : frame->isZone ? frame->region : frame->name;
    const std::string zone = frame && frame->isZone ? frame->name : std::string();
    const bool isInside = m_diagram->frames.empty() || (region == moved->region && zone == moved->zone);
    const toml::Document& document = m_session.document(file);
    const bool isOut = !frame && !moved->region.empty();   // dragged out of its frame: the frame follows
    if (isInside || isOut)
        submit(gestures::moveNode(document, moved->end.number, place),
               tr("Move node %1").arg(toQt(moved->title)), QStringLiteral("move ") + toQt(box));
    else
        submit(gestures::moveNode(document, moved->end.number, place, region, zone),
               tr("Move node %1 to %2").arg(toQt(moved->title), toQt(frame->name)));
}

void DiagramGestures::place(const std::string& box, const std::string& region, const std::string& zone) {
    if (const Box* moved = node(box))
        submit(gestures::placeNode(m_session.document(file), moved->end.number, region, zone),
               tr("Place node %1").arg(toQt(moved->title)));
}

void DiagramGestures::rename(const std::string& id, const QString& name) {
    const toml::Document& document = m_session.document(file);
    const std::string text = fromQt(name.trimmed());
    const QString title = tr("Rename to %1").arg(name.trimmed());
    if (const Box* box = m_diagram->box(id)) {
        if (box->isNode())
            submit(gestures::renameNode(document, box->end.number, text), title);
        else if (box->end.kind == End::Kind::ManagedDatabase)
            submit(gestures::renameDatabase(document, box->title, text), title);
        else
            emit refused(tr("%1 has no name of its own.").arg(translated(box->kind)));
    } else if (const Frame* frame = m_diagram->frame(id)) {
        submit(frame->isZone ? gestures::renameZone(document, frame->region, frame->name, text)
                             : gestures::renameRegion(document, frame->name, text),
               title);
    }
}

void DiagramGestures::remove(const std::string& id) {
    const toml::Document& document = m_session.document(file);
    const auto line = std::ranges::find(m_diagram->lines, id, &Line::id);
    if (const Box* box = node(id)) {
        submit(gestures::deleteNode(document, box->end.number), tr("Delete node %1").arg(toQt(box->title)));
    } else if (const Frame* frame = m_diagram->frame(id)) {
        submit(frame->isZone ? gestures::deleteZone(document, frame->region, frame->name)
                             : gestures::deleteRegion(document, frame->name),
               tr("Delete %1").arg(toQt(frame->name)));
    } else if (line != m_diagram->lines.end() && line->link) {
        submit(gestures::deleteLink(document, *line->link), tr("Delete a link"));
    } else {
        emit refused(tr("This follows from roles and settings; it goes when they change."));
    }
}

void DiagramGestures::connectBoxes(const std::string& from, const std::string& to) {
    const Box* one = node(from);
    const Box* other = node(to);
    if (!one || !other) return emit refused(tr("Links lead from one node to another."));
    submit(gestures::connect(m_session.document(file), one->end.number, other->end.number),
           tr("Connect %1 with %2").arg(toQt(one->title), toQt(other->title)));
}

void DiagramGestures::toggleState(const std::string& box) {
    if (const Box* changed = node(box))
        submit(gestures::setState(m_session.document(file), changed->end.number,
                                  changed->standby ? "active" : "standby"),
               changed->standby ? tr("Make %1 active").arg(toQt(changed->title))
                                : tr("Make %1 standby").arg(toQt(changed->title)));
}

void DiagramGestures::setRole(const std::string& box, std::string_view role) {
    if (const Box* changed = node(box))
        submit(gestures::setRole(m_session.document(file), changed->end.number, role),
               tr("Change the role of %1").arg(toQt(changed->title)));
}

void DiagramGestures::arrange(const Diagram& arranged) {
    std::vector<std::pair<std::size_t, Point>> positions;
    for (const Box& box : arranged.boxes)
        if (box.isNode()) positions.emplace_back(box.end.number, box.place.corner());
    submit(gestures::moveNodes(m_session.document(file), positions), tr("Arrange the diagram"));
}

std::optional<Failure> DiagramGestures::failureOf(const std::string& id) const {
    if (id.empty()) return std::nullopt;
    const auto failure = readFailure(WhatIf::of(m_session).topology(), id);
    return failure ? std::optional(*failure) : std::nullopt;
}

bool DiagramGestures::canFail(const std::string& id) const {
    return failureOf(id).has_value();
}

bool DiagramGestures::hasFailed(const std::string& id) const {
    const auto failure = failureOf(id);
    return failure && WhatIf::of(m_session).isFailed(*failure);
}

void DiagramGestures::toggleFailure(const std::string& id) {
    const auto failure = failureOf(id);
    if (!failure) return;
    WhatIf& whatIf = WhatIf::of(m_session);
    whatIf.setFailed(*failure, !whatIf.isFailed(*failure));
}

}
