#include "app/diagram/diagram_gestures.h"

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "app/session/what_if.h"
#include "core/diagram/group_gestures.h"
#include "core/diagram/node_values.h"

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
    const std::string id = "zone:" + region + '/' + name;   // the region may go with the diagram
    return submit(gestures::addZone(m_session.document(file), region, name),
                  tr("Add zone %1").arg(toQt(name)))
               ? id
               : std::string();
}

std::optional<std::pair<std::string, std::string>> DiagramGestures::joined(const Box& moved,
                                                                           Point place) const {
    const Rect there{place.x, place.y, moved.place.width, moved.place.height};
    const Frame* frame = frameAt(*m_diagram, there.centre());
    if (!frame && !moved.region.empty()) return {};   // dragged out of its frame: the frame follows
    if (m_diagram->frames.empty()) return {};
    const std::string region = !frame ? std::string() : frame->isZone ? frame->region : frame->name;
    const std::string zone = frame && frame->isZone ? frame->name : std::string();
    if (region == moved.region && zone == moved.zone) return {};
    return std::pair(region, zone);
}

void DiagramGestures::move(const std::string& box, Point place) {
    const Box* moved = node(box);
    if (!moved) return emit refused(tr("Only nodes can be moved; the rest finds its own place."));
    const toml::Document& document = m_session.document(file);
    const auto frame = joined(*moved, place);
    if (!frame)
        submit(gestures::moveNode(document, moved->end.number, place),
               tr("Move node %1").arg(toQt(moved->title)), QStringLiteral("move ") + toQt(box));
    else
        submit(gestures::moveNode(document, moved->end.number, place, frame->first, frame->second),
               tr("Move node %1 to %2")
                   .arg(toQt(moved->title), toQt(frame->second.empty() ? frame->first : frame->second)));
}

std::vector<std::size_t> DiagramGestures::entriesOf(const std::vector<std::size_t>& boxes) const {
    std::vector<std::size_t> entries;
    for (const std::size_t box : boxes)
        if (m_diagram->boxes[box].isNode()) entries.push_back(m_diagram->boxes[box].end.number);
    return entries;
}

void DiagramGestures::moveGroup(const std::vector<std::size_t>& boxes, const std::string& held, Point place) {
    const Box* box = node(held);
    if (!box) return;
    const Point way{place.x - box->place.x, place.y - box->place.y};
    std::vector<std::pair<std::size_t, Point>> positions;
    QString names;
    for (const std::size_t each : boxes) {
        const Box& moved = m_diagram->boxes[each];
        positions.emplace_back(moved.end.number, Point{moved.place.x + way.x, moved.place.y + way.y});
        names += QLatin1Char(' ') + toQt(moved.id);
    }
    const QString title = tr("Move %n node(s)", nullptr, static_cast<int>(boxes.size()));
    const toml::Document& document = m_session.document(file);
    if (const auto frame = joined(*box, place))
        submit(gestures::moveGroup(document, positions, frame->first, frame->second), title);
    else
        submit(gestures::moveGroup(document, positions), title, QStringLiteral("move") + names);
}

void DiagramGestures::alignGroup(const std::vector<std::size_t>& boxes, Alignment how) {
    std::vector<std::pair<std::size_t, Point>> positions;
    for (const auto& [box, place] : align(*m_diagram, boxes, how))
        positions.emplace_back(m_diagram->boxes[box].end.number, place);
    submit(gestures::moveGroup(m_session.document(file), positions),
           tr("Align %n node(s)", nullptr, static_cast<int>(boxes.size())));
}

void DiagramGestures::placeGroup(const std::vector<std::size_t>& boxes, const std::string& region,
                                 const std::string& zone) {
    submit(gestures::placeGroup(m_session.document(file), entriesOf(boxes), region, zone),
           tr("Place %n node(s)", nullptr, static_cast<int>(boxes.size())));
}

void DiagramGestures::setStates(const std::vector<std::size_t>& boxes, std::string_view state) {
    const int count = static_cast<int>(boxes.size());
    submit(gestures::setStates(m_session.document(file), entriesOf(boxes), state),
           state == "standby" ? tr("Make %n node(s) standby", nullptr, count)
                              : tr("Make %n node(s) active", nullptr, count));
}

void DiagramGestures::setRoles(const std::vector<std::size_t>& boxes, std::string_view role) {
    submit(gestures::setRoles(m_session.document(file), entriesOf(boxes), role),
           tr("Change the role of %n node(s)", nullptr, static_cast<int>(boxes.size())));
}

void DiagramGestures::removeGroup(const std::vector<std::string>& ids) {
    std::vector<std::size_t> nodes, links;
    for (const std::string& id : ids) {
        if (const Box* box = node(id)) nodes.push_back(box->end.number);
        const auto line = std::ranges::find(m_diagram->lines, id, &Line::id);
        if (line != m_diagram->lines.end() && line->link) links.push_back(*line->link);
    }
    submit(gestures::deleteGroup(m_session.document(file), nodes, links),
           tr("Delete %n part(s)", nullptr, static_cast<int>(nodes.size() + links.size())));
}

void DiagramGestures::place(const std::string& box, const std::string& region, const std::string& zone) {
    if (const Box* moved = node(box))
        submit(gestures::placeNode(m_session.document(file), moved->end.number, region, zone),
               tr("Place node %1").arg(toQt(moved->title)));
}

Result<Edit> DiagramGestures::renaming(const std::string& id, const std::string& name) const {
    const toml::Document& document = m_session.document(file);
    if (const Box* box = m_diagram->box(id)) {
        if (box->isNode()) return gestures::renameNode(document, box->end.number, name);
        if (box->end.kind == End::Kind::ManagedDatabase)
            return gestures::renameDatabase(document, box->title, name);
        return failure({MESSAGE("gestures", "%1 has no name of its own"), box->kind.english()});
    }
    const Frame* frame = m_diagram->frame(id);
    if (!frame) return Edit();
    return frame->isZone ? gestures::renameZone(document, frame->region, frame->name, name)
                         : gestures::renameRegion(document, frame->name, name);
}

bool DiagramGestures::rename(const std::string& id, const QString& name) {
    return submit(renaming(id, fromQt(name.trimmed())), tr("Rename to %1").arg(name.trimmed()));
}

QString DiagramGestures::complaintAboutName(const std::string& id, const QString& name) const {
    const auto edit = renaming(id, fromQt(name.trimmed()));
    return edit ? QString() : translated(edit.error().message);
}

QString DiagramGestures::complaintAbout(const toml::Path& setting, const QString& text) {
    const auto complaint = gestures::complaintAbout(setting, fromQt(text.trimmed()));
    return complaint ? translated(*complaint) : QString();
}

bool DiagramGestures::setValue(const toml::Path& setting, const QString& text) {
    return submit(gestures::setValue(m_session.document(file), setting, fromQt(text.trimmed())),
                  tr("Change %1").arg(toQt(toml::toText(setting))));
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
