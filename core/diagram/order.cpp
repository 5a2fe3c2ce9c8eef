#include "core/diagram/order.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <utility>

namespace arabesque {

namespace {

constexpr int patience = 12;   ///< rounds without a better order before it ends
/// Work of one call, in lines looked at: what keeps 1000 nodes within milliseconds.
constexpr std::size_t mostLines = 60'000;

/// Counts pairs out of order with a binary indexed tree.
class Inversions {
public:
    void begin(std::size_t places) {
        m_sums.assign(places + 1, 0);
        m_all = 0;
    }
    /// Weight of what was added right of `place`.
    [[nodiscard]] std::size_t behind(std::size_t place) const {
        std::size_t sum = 0;
        for (std::size_t i = place + 1; i > 0; i -= i & (~i + 1)) sum += m_sums[i];
        return m_all - sum;
    }
    void add(std::size_t place, std::size_t weight) {
        for (std::size_t i = place + 1; i < m_sums.size(); i += i & (~i + 1)) m_sums[i] += weight;
        m_all += weight;
    }

private:
    std::vector<std::size_t> m_sums;
    std::size_t m_all = 0;
};

/// An end of a line as an item sees it.
struct Neighbour {
    std::size_t item;
    std::size_t weight;
};

/// A line by the places of its ends in their rows.
struct Placed {
    std::size_t upper, lower, weight;

    friend auto operator<=>(const Placed&, const Placed&) = default;
};

class Orderer {
public:
    explicit Orderer(Rows& rows) : m_rows(rows), m_row(rows.stretch.size()), m_place(rows.stretch.size()) {
        for (std::size_t row = 0; row < rows.rows.size(); ++row)
            for (const std::size_t item : rows.rows[row]) m_row[item] = row;
        m_above.resize(m_row.size());
        m_below.resize(m_row.size());
        for (const Rows::Line& line : rows.lines) {
            const auto [upper, lower] = std::minmax(
                line.from, line.to, [&](std::size_t a, std::size_t b) { return m_row[a] < m_row[b]; });
            if (m_row[upper] == m_row[lower]) continue;
            m_above[lower].push_back({upper, line.weight});
            m_below[upper].push_back({lower, line.weight});
            m_between[{m_row[upper], m_row[lower]}].push_back({upper, lower, line.weight});
        }
        for (std::size_t row = 0; row < rows.rows.size(); ++row) renumber(row);
    }

    void run() {
        auto best = m_rows.rows;
        std::size_t least = count();
        std::size_t work = 0;
        int since = 0;
        for (int round = 0; least > 0 && since < patience && work < mostLines; ++round, ++since) {
            sweep(round % 2 == 0, (round / 2) % 2 == 0);
            for (bool better = true; better && work < mostLines;) {
                better = exchange(round % 3 == 2);
                work += 2 * m_rows.lines.size();
            }
            work += 4 * m_rows.lines.size();
            if (const std::size_t now = count(); now < least) {
                least = now;
                best = m_rows.rows;
                since = -1;
            }
        }
        m_rows.rows = std::move(best);
    }

    std::size_t count() {
        std::size_t sum = 0;
        for (const auto& [rows, lines] : m_between) sum += countBetween(rows.second, lines);
        return sum;
    }

private:
    void renumber(std::size_t row) {
        const auto& items = m_rows.rows[row];
        for (std::size_t i = 0; i < items.size(); ++i) m_place[items[i]] = i;
    }

    std::size_t countBetween(std::size_t lowerRow, const std::vector<Rows::Line>& lines) {
        m_sorted.clear();
        for (const Rows::Line& line : lines)
            m_sorted.push_back({m_place[line.from], m_place[line.to], line.weight});
        std::ranges::sort(m_sorted);
        m_inversions.begin(m_rows.rows[lowerRow].size());
        std::size_t sum = 0;
        for (const Placed& line : m_sorted) {
            sum += line.weight * m_inversions.behind(line.lower);
            m_inversions.add(line.lower, line.weight);
        }
        return sum;
    }

    /// Where an item belongs by those it is connected with on one side, from 0 to 1; below 0: anywhere.
    [[nodiscard]] double wanted(const std::vector<Neighbour>& neighbours, bool median) {
        if (neighbours.empty()) return -1;
        const auto share = [&](const Neighbour& each) {
            return (static_cast<double>(m_place[each.item]) + 0.5) /
                   static_cast<double>(m_rows.rows[m_row[each.item]].size());
        };
        if (!median) {
            double sum = 0;
            double weight = 0;
            for (const Neighbour& each : neighbours) {
                sum += share(each) * static_cast<double>(each.weight);
                weight += static_cast<double>(each.weight);
            }
            return sum / weight;
        }
        m_shares.clear();
        for (const Neighbour& each : neighbours) m_shares.push_back(share(each));
        std::ranges::sort(m_shares);
        const std::size_t middle = m_shares.size() / 2;
        if (m_shares.size() % 2 == 1) return m_shares[middle];
        if (m_shares.size() == 2) return (m_shares[0] + m_shares[1]) / 2;
        const double left = m_shares[middle - 1] - m_shares.front();
        const double right = m_shares.back() - m_shares[middle];
        if (left + right == 0) return m_shares[middle];
        return (m_shares[middle - 1] * right + m_shares[middle] * left) / (left + right);
    }

    void sweep(bool down, bool median) {
        const std::size_t count = m_rows.rows.size();
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t row = down ? i : count - 1 - i;
            auto& items = m_rows.rows[row];
            std::size_t begin = 0;
            while (begin < items.size()) {
                std::size_t end = begin + 1;
                while (end < items.size() && m_rows.stretch[items[end]] == m_rows.stretch[items[begin]])
                    ++end;
                sortStretch(items, begin, end, down ? m_above : m_below, median);
                begin = end;
            }
            renumber(row);
        }
    }

    /// Items that belong anywhere keep their places.
    void sortStretch(std::vector<std::size_t>& items, std::size_t begin, std::size_t end,
                     const std::vector<std::vector<Neighbour>>& neighbours, bool median) {
        m_wanted.clear();
        m_movable.clear();
        for (std::size_t i = begin; i < end; ++i) {
            const double place = wanted(neighbours[items[i]], median);
            if (place < 0) continue;
            m_wanted.emplace_back(place, items[i]);
            m_movable.push_back(i);
        }
        std::ranges::stable_sort(m_wanted, {}, &std::pair<double, std::size_t>::first);
        for (std::size_t i = 0; i < m_movable.size(); ++i) items[m_movable[i]] = m_wanted[i].second;
    }

    /// Crossings between the lines of two neighbours of a row, `left` before `right`, less those the other way round.
    [[nodiscard]] std::int64_t excess(std::size_t left, std::size_t right) const {
        std::int64_t sum = 0;
        for (const auto* side : {&m_above, &m_below})
            for (const Neighbour& a : (*side)[left])
                for (const Neighbour& b : (*side)[right]) {
                    if (m_row[a.item] != m_row[b.item] || a.item == b.item) continue;
                    const auto weight = static_cast<std::int64_t>(a.weight * b.weight);
                    sum += m_place[a.item] > m_place[b.item] ? weight : -weight;
                }
        return sum;
    }

    /// Exchanges neighbours where that saves crossings, with `even` also where it makes no difference.
    bool exchange(bool even) {
        bool better = false;
        for (auto& items : m_rows.rows)
            for (std::size_t i = 1; i < items.size(); ++i) {
                const std::size_t left = items[i - 1];
                const std::size_t right = items[i];
                if (m_rows.stretch[left] != m_rows.stretch[right]) continue;
                const std::int64_t saved = excess(left, right);
                if (saved < 0 || (saved == 0 && !even)) continue;
                std::swap(items[i - 1], items[i]);
                std::swap(m_place[left], m_place[right]);
                better = better || saved > 0;
            }
        return better;
    }

    Rows& m_rows;
    std::vector<std::size_t> m_row, m_place;
    std::vector<std::vector<Neighbour>> m_above, m_below;
    std::map<std::pair<std::size_t, std::size_t>, std::vector<Rows::Line>> m_between;
    Inversions m_inversions;
    std::vector<Placed> m_sorted;
    std::vector<double> m_shares;
    std::vector<std::pair<double, std::size_t>> m_wanted;
    std::vector<std::size_t> m_movable;
};

}

void reduceCrossings(Rows& rows) {
    Orderer(rows).run();
}

std::size_t crossings(const Rows& rows) {
    Rows copy = rows;
    return Orderer(copy).count();
}

}
