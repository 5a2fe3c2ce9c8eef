// What is current on a diagram, what is selected, and where keys lead from there.

#include "app/diagram/diagram_scene.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace arabesque {

void DiagramScene::setCurrent(const std::string& id) {
    become(id.empty() ? std::vector<std::string>() : std::vector{id}, id);
}

void DiagramScene::become(std::vector<std::string> selected, const std::string& current) {
    const bool isOther = current != m_current;
    const bool areOthers = selected != m_selected;
    if (!isOther && !areOthers) return;
    const bool wasLine = currentLine() != nullptr;
    m_current = current;
    m_selected = std::move(selected);
    markCurrent();
    if (wasLine || currentLine()) update();   // its mark lies in front of all items
    if (isOther) emit currentChanged();
    if (areOthers) emit selectionChanged();
}

bool DiagramScene::isSelected(const std::string& id) const {
    return std::ranges::contains(m_selected, id);
}

bool DiagramScene::canJoin(const std::string& id) const {
    if (const Box* box = m_diagram.box(id)) return box->isNode();
    const Line* found = line(id);
    return found && found->link;
}

std::vector<std::size_t> DiagramScene::selectedNodes() const {
    const std::set<std::string_view> chosen(m_selected.begin(), m_selected.end());
    std::vector<std::size_t> nodes;
    for (std::size_t i = 0; i < m_diagram.boxes.size(); ++i)
        if (m_diagram.boxes[i].isNode() && chosen.contains(m_diagram.boxes[i].id)) nodes.push_back(i);
    return nodes;
}

void DiagramScene::select(const std::vector<std::string>& ids) {
    std::vector<std::string> joined;
    std::set<std::string_view> known;
    for (const std::string& id : ids)
        if (canJoin(id) && known.insert(id).second) joined.push_back(id);
    if (joined.empty()) return setCurrent({});
    const std::string current = known.contains(m_current) ? m_current : joined.back();
    become(std::move(joined), current);
}

void DiagramScene::join(const std::string& id) {
    if (!canJoin(id)) return;
    std::vector<std::string> chosen = m_selected;
    std::erase_if(chosen, [this](const std::string& each) { return !canJoin(each); });
    if (!std::ranges::contains(chosen, id)) chosen.push_back(id);
    become(chosen, id);
}

void DiagramScene::toggle(const std::string& id) {
    if (!isSelected(id)) return join(id);
    std::vector<std::string> chosen = m_selected;
    std::erase(chosen, id);
    const std::string current = id != m_current ? m_current : chosen.empty() ? std::string() : chosen.back();
    become(chosen, current);
}

void DiagramScene::selectAll() {
    std::vector<std::string> nodes;
    for (const Box& box : m_diagram.boxes)
        if (box.isNode()) nodes.push_back(box.id);
    select(nodes);
}

std::vector<std::string> DiagramScene::nodesIn(const QRectF& area) const {
    std::vector<std::string> found;
    for (const Box& box : m_diagram.boxes)
        if (box.isNode() && area.intersects(toQt(box.place))) found.push_back(box.id);
    return found;
}

/// Of another diagram: what is no longer there is no longer selected.
void DiagramScene::dropWhatIsGone() {
    std::vector<std::string> left = m_selected;
    std::erase_if(left, [this](const std::string& id) {
        return !m_diagram.box(id) && !m_diagram.frame(id) && !line(id);
    });
    const bool isThere = std::ranges::contains(left, m_current);
    const std::string current = isThere ? m_current : left.empty() ? std::string() : left.back();
    become(left, current);
}

const Line* DiagramScene::line(const std::string& id) const {
    const auto found = std::ranges::find(m_diagram.lines, id, &Line::id);
    return found == m_diagram.lines.end() ? nullptr : &*found;
}

std::string DiagramScene::neighbour(int key) const {
    return nearest(key, false);
}

std::string DiagramScene::neighbouringNode(int key) const {
    return nearest(key, true);
}

std::string DiagramScene::nearest(int key, bool nodesOnly) const {
    if (m_diagram.boxes.empty()) return {};
    const Line* from = currentLine();
    if (!currentBox() && !currentFrame() && !from) return m_diagram.boxes.front().id;
    const QPointF start = placeOf(m_current).center();
    std::string best;
    qreal least = 0;
    for (std::size_t i = 0; i < m_diagram.boxes.size(); ++i) {
        const Box& box = m_diagram.boxes[i];
        if (box.id == m_current || (nodesOnly && !box.isNode())) continue;
        if (from && i != from->from && i != from->to) continue;
        const QPointF way = toQt(box.place).center() - start;
        const bool isLevel = key == Qt::Key_Left || key == Qt::Key_Right;
        const qreal ahead = isLevel ? way.x() : way.y();
        const qreal aside = isLevel ? way.y() : way.x();
        const bool isForward = key == Qt::Key_Right || key == Qt::Key_Down;
        if (isForward ? ahead <= 0 : ahead >= 0) continue;
        // What lies straight ahead is nearer than what lies aside.
        const qreal away = std::abs(ahead) + 3 * std::abs(aside);
        if (best.empty() || away < least) {
            best = box.id;
            least = away;
        }
    }
    return best;
}

std::string DiagramScene::nextLine(const std::string& box, bool isForward) const {
    std::vector<const Line*> lines;
    for (const Line& each : m_diagram.lines)
        if (m_diagram.box(box) == nullptr || m_diagram.boxes[each.from].id == box ||
            m_diagram.boxes[each.to].id == box)
            lines.push_back(&each);
    if (lines.empty()) return {};
    const auto at = std::ranges::find(lines, m_current, [](const Line* each) { return each->id; });
    if (at == lines.end()) return (isForward ? lines.front() : lines.back())->id;
    const auto number = static_cast<std::size_t>(at - lines.begin());
    return lines[(number + (isForward ? 1 : lines.size() - 1)) % lines.size()]->id;
}

std::vector<std::string> DiagramScene::ids() const {
    std::vector<std::string> all;
    for (const Box& box : m_diagram.boxes) all.push_back(box.id);
    for (const Frame& frame : m_diagram.frames) all.push_back(frame.id);
    for (const Line& each : m_diagram.lines) all.push_back(each.id);
    return all;
}

void DiagramScene::markCurrent() {
    const std::set<std::string_view> chosen(m_selected.begin(), m_selected.end());
    for (const auto& [id, item] : m_boxes)
        item->setCurrent(chosen.contains(id), m_hasFocus && id == m_current);
    for (const auto& [id, item] : m_frames) item->setCurrent(id == m_current, m_hasFocus);
    const Box* box = currentBox();
    m_lines->setLit(box ? std::optional(static_cast<std::size_t>(box - m_diagram.boxes.data()))
                        : std::nullopt);
    m_lines->setCurrent(m_current);
}

void DiagramScene::setFocused(bool hasFocus) {
    m_hasFocus = hasFocus;
    markCurrent();
    if (currentLine()) update();
}

}
