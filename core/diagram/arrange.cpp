#include "core/diagram/arrange.h"

#include "core/diagram/measures.h"
#include "core/diagram/order.h"
#include "core/schema/roles.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace arabesque {

namespace {

using Numbers = std::vector<std::size_t>;

constexpr std::size_t clientsRow = 0, dnsRow = 1, firstTierRow = 2;
constexpr std::size_t managedDataRow = firstTierRow + static_cast<std::size_t>(NodeRole::Tier::Data) + 1;
constexpr std::size_t outsideRow = managedDataRow + 1;
constexpr std::size_t rowCount = outsideRow + 1;
constexpr std::size_t trafficRow = firstTierRow + static_cast<std::size_t>(NodeRole::Tier::Traffic);

/// More equal nodes than these stand in several rows.
constexpr std::size_t mostInOneRow = 4;

std::int64_t snapped(std::int64_t value) {
    return value - (value % measures::grid + measures::grid) % measures::grid;
}

/// Equal boxes that stand together, or the room of an empty frame.
struct Item {
    Numbers boxes{};
    std::size_t row = 0;
    std::size_t columns = 1;

    [[nodiscard]] std::int64_t width() const {
        const auto count = static_cast<std::int64_t>(columns);
        return count * measures::boxWidth + (count - 1) * measures::columnGap;
    }
    [[nodiscard]] std::int64_t height() const {
        const auto count =
            static_cast<std::int64_t>(std::max<std::size_t>(1, (boxes.size() + columns - 1) / columns));
        return count * measures::boxHeight + (count - 1) * measures::rowGap;
    }
};

/// What holds items: all, or a frame. Items in rows that its parts use stand right of them, others above and below.
struct Holder {
    std::optional<std::size_t> frame{};
    Numbers parts{};                          ///< holders inside
    std::map<std::size_t, Numbers> rows{};    ///< own items by row
    std::size_t first = rowCount, last = 0;   ///< rows used by it and its parts
    std::size_t firstOfParts = rowCount, lastOfParts = 0;
    std::int64_t partsWidth = 0, sideWidth = 0, width = 0;   ///< width: inside

    [[nodiscard]] bool isBeside(std::size_t row) const { return row >= firstOfParts && row <= lastOfParts; }
};

class Arranger {
public:
    Arranger(Diagram& diagram, const Nesting& nesting) : m_diagram(diagram), m_nesting(nesting) {}

    void run() {
        makeHolders();
        makeItems();
        findRows(0);
        order();
        measure(0);
        placeRows();
        place(0, measures::margin);
    }

private:
    /// Holder 0 is the whole; frame i is holder i + 1.
    void makeHolders() {
        m_holders.resize(m_diagram.frames.size() + 1);
        for (std::size_t i = 0; i < m_diagram.frames.size(); ++i) {
            m_holders[i + 1].frame = i;
            const auto outer = m_nesting.ofFrame[i];
            m_holders[outer ? *outer + 1 : 0].parts.push_back(i + 1);
        }
    }

    void makeItems() {
        std::vector<Numbers> neighbours(m_diagram.boxes.size());
        for (const Line& line : m_diagram.lines) {
            neighbours[line.from].push_back(line.to);
            neighbours[line.to].push_back(line.from);
        }
        // Boxes without a connection may be anything; they are equal too.
        std::map<std::tuple<std::size_t, std::size_t, std::string_view, bool, Numbers>, std::size_t> known;
        m_itemOf.resize(m_diagram.boxes.size());
        for (std::size_t i = 0; i < m_diagram.boxes.size(); ++i) {
            const Box& box = m_diagram.boxes[i];
            std::ranges::sort(neighbours[i]);
            const std::size_t holder = m_nesting.ofBox[i] ? *m_nesting.ofBox[i] + 1 : 0;
            const auto [at, isNew] = known.try_emplace(
                std::tuple(holder, rowOf(box), std::string_view(box.role), box.standby, neighbours[i]),
                m_items.size());
            if (isNew) addItem(holder, rowOf(box));
            m_items[at->second].boxes.push_back(i);
            m_itemOf[i] = at->second;
        }
        for (Item& item : m_items)
            if (item.boxes.size() > mostInOneRow)
                item.columns = std::max<std::size_t>(
                    mostInOneRow, static_cast<std::size_t>(std::ceil(std::sqrt(item.boxes.size()))));
            else
                item.columns = item.boxes.size();
        addEmptyFrames();
    }

    /// Where all frames inside of one are empty, what that one has of its own may run in any of them: it stands above.
    void addEmptyFrames() {
        const auto isEmpty = [&](std::size_t holder) {
            return m_holders[holder].parts.empty() && m_holders[holder].rows.empty();
        };
        std::vector<std::pair<std::size_t, std::size_t>> empty;   // and its row
        for (std::size_t outer = 0; outer < m_holders.size(); ++outer) {
            const Holder& around = m_holders[outer];
            const bool isSpread =
                around.frame && !around.rows.empty() && std::ranges::all_of(around.parts, isEmpty);
            const std::size_t row =
                isSpread ? std::min(around.rows.rbegin()->first + 1, rowCount - 1) : trafficRow;
            for (const std::size_t part : around.parts)
                if (isEmpty(part)) empty.emplace_back(part, row);
        }
        for (const auto& [holder, row] : empty) addItem(holder, row);
    }

    void addItem(std::size_t holder, std::size_t row) {
        m_holders[holder].rows[row].push_back(m_items.size());
        m_holderOf.push_back(holder);
        m_items.push_back({.row = row});
    }

    void findRows(std::size_t number) {
        Holder& holder = m_holders[number];
        for (const std::size_t part : holder.parts) {
            findRows(part);
            holder.firstOfParts = std::min(holder.firstOfParts, m_holders[part].first);
            holder.lastOfParts = std::max(holder.lastOfParts, m_holders[part].last);
        }
        holder.first = holder.firstOfParts;
        holder.last = holder.lastOfParts;
        for (const auto& [row, items] : holder.rows) {
            holder.first = std::min(holder.first, row);
            holder.last = std::max(holder.last, row);
        }
    }

    /// Brings the items of each holder's rows into an order with few crossings.
    void order() {
        Rows rows;
        rows.rows.resize(rowCount);
        rows.stretch = m_holderOf;
        collect(0, rows.rows);
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> weights;
        for (const Line& line : m_diagram.lines) {
            const std::size_t from = m_itemOf[line.from];
            const std::size_t to = m_itemOf[line.to];
            if (m_items[from].row != m_items[to].row) ++weights[{from, to}];
        }
        for (const auto& [ends, weight] : weights) rows.lines.push_back({ends.first, ends.second, weight});
        reduceCrossings(rows);
        for (std::size_t row = 0; row < rowCount; ++row) {
            for (Holder& holder : m_holders)
                if (const auto own = holder.rows.find(row); own != holder.rows.end()) own->second.clear();
            for (const std::size_t item : rows.rows[row])
                m_holders[m_holderOf[item]].rows[row].push_back(item);
        }
    }

    /// Items by row, from left to right.
    void collect(std::size_t number, std::vector<Numbers>& rows) const {
        const Holder& holder = m_holders[number];
        for (const std::size_t part : holder.parts) collect(part, rows);
        for (const auto& [row, items] : holder.rows)
            rows[row].insert(rows[row].end(), items.begin(), items.end());
    }

    [[nodiscard]] std::int64_t widthOf(const Numbers& items) const {
        std::int64_t width = 0;
        for (const std::size_t item : items)
            width += m_items[item].width() + (width > 0 ? measures::columnGap : 0);
        return width;
    }

    [[nodiscard]] std::int64_t outerWidth(const Holder& holder) const {
        return holder.width + (holder.frame ? 2 * measures::framePadding : 0);
    }

    void measure(std::size_t number) {
        Holder& holder = m_holders[number];
        for (const std::size_t part : holder.parts) {
            measure(part);
            holder.partsWidth +=
                outerWidth(m_holders[part]) + (holder.partsWidth > 0 ? measures::frameGap : 0);
        }
        for (const auto& [row, items] : holder.rows) {
            std::int64_t& width = holder.isBeside(row) ? holder.sideWidth : holder.width;
            width = std::max(width, widthOf(items));
        }
        const std::int64_t gap = holder.partsWidth > 0 && holder.sideWidth > 0 ? measures::frameGap : 0;
        holder.width = std::max(holder.width, holder.partsWidth + gap + holder.sideWidth);
    }

    /// How much room frames need above each row, or below it.
    [[nodiscard]] std::int64_t frameRoom(std::size_t number, std::size_t row, bool above) const {
        const Holder& holder = m_holders[number];
        std::int64_t room = 0;
        for (const std::size_t part : holder.parts) room = std::max(room, frameRoom(part, row, above));
        if (holder.frame && row == (above ? holder.first : holder.last))
            room += above ? measures::frameHeader : measures::framePadding;
        return room;
    }

    void placeRows() {
        std::vector<std::int64_t> heights(rowCount);
        for (const Item& item : m_items) heights[item.row] = std::max(heights[item.row], item.height());
        m_tops.resize(rowCount);
        std::int64_t y = measures::margin;
        bool isFirst = true;
        for (std::size_t row = 0; row < rowCount; ++row) {
            if (heights[row] == 0) continue;
            if (!isFirst) y += measures::tierGap;
            isFirst = false;
            y += frameRoom(0, row, true);
            m_tops[row] = y;
            y += heights[row] + frameRoom(0, row, false);
        }
    }

    void place(std::size_t number, std::int64_t left) {
        const Holder& holder = m_holders[number];
        if (holder.frame) left += measures::framePadding;
        const std::int64_t gap = holder.partsWidth > 0 && holder.sideWidth > 0 ? measures::frameGap : 0;
        const std::int64_t spare = holder.width - holder.partsWidth - gap - holder.sideWidth;
        std::int64_t x = snapped(left + spare / 2);
        for (const std::size_t part : holder.parts) {
            place(part, x);
            x += outerWidth(m_holders[part]) + measures::frameGap;
        }
        for (const auto& [row, items] : holder.rows) {
            if (holder.isBeside(row))
                placeItems(items, row, x + (holder.sideWidth - widthOf(items)) / 2);
            else
                placeItems(items, row, left + (holder.width - widthOf(items)) / 2);
        }
    }

    void placeItems(const Numbers& items, std::size_t row, std::int64_t x) {
        x = snapped(x);
        for (const std::size_t number : items) {
            const Item& item = m_items[number];
            if (item.boxes.empty()) placeEmptyFrame(m_holderOf[number], {x, m_tops[row]});
            for (std::size_t i = 0; i < item.boxes.size(); ++i) {
                const auto column = static_cast<std::int64_t>(i % item.columns);
                const auto line = static_cast<std::int64_t>(i / item.columns);
                Rect& box = m_diagram.boxes[item.boxes[i]].place;
                box.x = x + column * (measures::boxWidth + measures::columnGap);
                box.y = m_tops[row] + line * (measures::boxHeight + measures::rowGap);
            }
            x += item.width() + measures::columnGap;
        }
    }

    void placeEmptyFrame(std::size_t holder, Point inside) {
        const Rect around = framed({inside.x, inside.y, 0, 0});
        m_diagram.frames[*m_holders[holder].frame].place = emptyFrame(around.corner());
    }

    Diagram& m_diagram;
    const Nesting& m_nesting;
    std::vector<Holder> m_holders;
    std::vector<Item> m_items;
    Numbers m_holderOf;                 ///< of items
    Numbers m_itemOf;                   ///< of boxes
    std::vector<std::int64_t> m_tops;   ///< of rows
};

}

std::size_t rowOf(const Box& box) {
    if (box.end.kind == End::Kind::Clients) return clientsRow;
    if (box.end.kind == End::Kind::Dns) return dnsRow;
    if (box.end.kind == End::Kind::ManagedDatabase) return managedDataRow;
    const NodeRole* role = findRole(box.role);
    if (role == nullptr) return trafficRow;
    if (role->tier == NodeRole::Tier::Outside) return outsideRow;
    return firstTierRow + static_cast<std::size_t>(role->tier);
}

void arrangeBoxes(Diagram& diagram, const Nesting& nesting) {
    Arranger(diagram, nesting).run();
}

}
