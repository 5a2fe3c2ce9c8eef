#include "app/diagram/diagram_scene.h"

#include "app/views/theme.h"
#include "core/diagram/measures.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <set>

namespace arabesque {

namespace {

constexpr qreal snapDistance = 6;
constexpr std::size_t fewBoxes = 100;   ///< are drawn as they are at any time
constexpr qreal lineReach = 6;          ///< how near a line is clicked

/// Finds or makes the item of each part, and removes those of parts that are gone.
template <class Item, class Part, class Show>
void match(QGraphicsScene& scene, std::map<std::string, std::unique_ptr<Item>, std::less<>>& items,
           const std::vector<Part>& parts, const Show& show) {
    std::set<std::string_view> ids;
    for (const Part& part : parts) {
        ids.insert(part.id);
        auto& item = items[part.id];
        if (!item) {
            item = std::make_unique<Item>();
            scene.addItem(item.get());
        }
        show(*item, part);
    }
    std::erase_if(items, [&](const auto& each) { return !ids.contains(each.first); });
}

}

DiagramScene::DiagramScene(QObject* parent) : QGraphicsScene(parent), m_lines(std::make_unique<LinesItem>()) {
    setItemIndexMethod(NoIndex);   // items move often, and all of them are looked at quickly
    addItem(m_lines.get());
}

void DiagramScene::show(const Diagram& diagram, const FindingsByBox& findings) {
    m_diagram = diagram;
    match(*this, m_boxes, diagram.boxes, [&](BoxItem& item, const Box& box) {
        const auto found = findings.find(box.id);
        item.show(box, found == findings.end() ? BoxFindings() : found->second);
        item.setPreviewed(false);
    });
    match(*this, m_frames, diagram.frames, [](FrameItem& item, const Frame& frame) { item.show(frame); });
    m_lines->show(diagram);
    constexpr qreal roomAround = 400;   // to drag something out to
    setSceneRect(toQt(diagram.extent).adjusted(-roomAround, -roomAround, roomAround, roomAround));
    clearGuides();
    dropWhatIsGone();
    markCurrent();
    markFates();
    emit shown();
}

void DiagramScene::showFates(Fates fates) {
    m_fates = std::move(fates);
    markFates();
    emit shown();
}

void DiagramScene::markFates() {
    for (const auto& [id, item] : m_boxes) {
        const auto fate = m_fates.find(id);
        item->setFate(fate == m_fates.end() ? std::nullopt : std::optional(fate->second));
    }
}

void DiagramScene::preview(const Diagram& diagram) {
    FindingsByBox findings;
    for (const auto& [id, item] : m_boxes) findings[id] = item->findings();
    show(diagram, findings);
    for (const auto& [id, item] : m_boxes) item->setPreviewed(true);
}

BoxItem* DiagramScene::boxItem(const std::string& id) const {
    const auto found = m_boxes.find(id);
    return found == m_boxes.end() ? nullptr : found->second.get();
}

FrameItem* DiagramScene::frameItem(const std::string& id) const {
    const auto found = m_frames.find(id);
    return found == m_frames.end() ? nullptr : found->second.get();
}

BoxItem* DiagramScene::boxAt(QPointF point) const {
    for (const auto& [id, item] : m_boxes)
        if (item->boundingRect().translated(item->pos()).contains(point)) return item.get();
    return nullptr;
}

std::string DiagramScene::idAt(QPointF point) const {
    if (const BoxItem* box = boxAt(point)) return box->box().id;
    if (const auto line = m_lines->lineAt(point, lineReach)) return m_diagram.lines[*line].id;
    for (auto frame = m_diagram.frames.rbegin(); frame != m_diagram.frames.rend();
         ++frame)   // zones are in front
        if (toQt(frame->place).contains(point)) return frame->id;
    return {};
}

QString DiagramScene::describe(const std::string& id) const {
    if (const BoxItem* box = boxItem(id)) return box->toolTip();
    if (const FrameItem* frame = frameItem(id)) return arabesque::describe(frame->frame());
    const Line* found = line(id);
    return found ? arabesque::describe(*found, m_diagram) : QString();
}

QRectF DiagramScene::placeOf(const std::string& id) const {
    if (const Box* box = m_diagram.box(id)) return toQt(box->place);
    if (const Frame* frame = m_diagram.frame(id)) return toQt(frame->place);
    if (const Line* found = line(id)) {
        QPolygonF points;
        for (const Point& point : found->path) points << toQt(point);
        return points.boundingRect().adjusted(-lineReach, -lineReach, lineReach, lineReach);
    }
    return {};
}

QPointF DiagramScene::aligned(const BoxItem& item, QPointF wanted) {
    constexpr qreal grid = measures::grid;
    QPointF place(std::round(wanted.x() / grid) * grid, std::round(wanted.y() / grid) * grid);
    m_guides.clear();
    // All boxes have one size, so corners in line are centres in line.
    const BoxItem* besideX = nullptr;
    const BoxItem* besideY = nullptr;
    qreal leastX = snapDistance;
    qreal leastY = snapDistance;
    for (const auto& [id, other] : m_boxes) {
        if (other.get() == &item) continue;
        const QPointF away = other->pos() - wanted;
        if (std::abs(away.x()) < leastX) {
            leastX = std::abs(away.x());
            besideX = other.get();
        }
        if (std::abs(away.y()) < leastY) {
            leastY = std::abs(away.y());
            besideY = other.get();
        }
    }
    if (besideX) place.setX(besideX->pos().x());
    if (besideY) place.setY(besideY->pos().y());
    const QPointF half(measures::boxWidth / 2.0, measures::boxHeight / 2.0);
    if (besideX) m_guides.emplace_back(place + half, QPointF(place.x(), besideX->pos().y()) + half);
    if (besideY) m_guides.emplace_back(place + half, QPointF(besideY->pos().x(), place.y()) + half);
    update();
    return place;
}

void DiagramScene::clearGuides() {
    if (m_guides.empty() && m_rubber.isNull()) return;
    m_guides.clear();
    m_rubber = {};
    update();
}

void DiagramScene::setDraft(bool isDraft) {
    if (isDraft == m_isDraft) return;
    m_isDraft = isDraft;
    m_lines->setDraft(isDraft);
    if (isDraft || m_diagram.boxes.size() <= fewBoxes) return;
    for (const auto& [id, item] : m_boxes) item->forgetSketch();
    update();
}

bool DiagramScene::isSketched() const {
    return m_isDraft && m_diagram.boxes.size() > fewBoxes;
}

void DiagramScene::setRubber(const QLineF& line) {
    m_rubber = line;
    update();
}

void DiagramScene::setBand(const QRectF& area) {
    m_band = area;
    update();
}

void DiagramScene::drawForeground(QPainter* painter, const QRectF&) {
    QPen pen(colour(Role::Accent), 0);
    pen.setStyle(Qt::DashLine);
    painter->setPen(pen);
    for (const QLineF& guide : m_guides) painter->drawLine(guide);
    if (!m_rubber.isNull()) {
        painter->setPen(QPen(colour(Role::Accent), 2));
        painter->drawLine(m_rubber);
    }
    if (!m_band.isNull()) {
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(m_band);
    }
    if (currentLine()) paintCurrentLine(*painter);
}

/// An outline around a line and its label, as boxes have one around them: seen without telling colours apart.
void DiagramScene::paintCurrentLine(QPainter& painter) const {
    const Line& found = *currentLine();
    QPainterPath way;
    for (const Point& point : found.path)
        way.elementCount() == 0 ? way.moveTo(toQt(point)) : way.lineTo(toQt(point));
    QPainterPathStroker around;
    around.setWidth(2 * lineReach);
    around.setCapStyle(Qt::RoundCap);
    around.setJoinStyle(Qt::RoundJoin);
    QPainterPath outline = around.createStroke(way).simplified();
    if (found.labelPlace) {
        QPainterPath label;
        label.addRoundedRect(toQt(*found.labelPlace).adjusted(-2, -2, 2, 2), 4, 4);
        outline = outline.united(label);
    }
    painter.setBrush(Qt::NoBrush);
    QPen pen(colour(Role::Accent), m_hasFocus ? 2 : 1);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.drawPath(outline);
}

}
