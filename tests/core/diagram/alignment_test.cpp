#include "core/diagram/alignment.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

using Places = std::vector<std::pair<std::int64_t, std::int64_t>>;

/// Corners of boxes after they were aligned.
Places aligned(const Places& corners, Alignment how) {
    Diagram diagram;
    std::vector<std::size_t> all;
    for (const auto& [x, y] : corners) {
        all.push_back(diagram.boxes.size());
        diagram.boxes.emplace_back().place = {x, y, 208, 72};
    }
    Places after;
    for (const auto& [box, place] : align(diagram, all, how)) after.emplace_back(place.x, place.y);
    return after;
}

}

class AlignmentTest : public QObject {
    Q_OBJECT

private slots:
    void edgesComeIntoLine() {
        QCOMPARE(aligned({{40, 0}, {8, 200}, {96, 400}}, Alignment::Left),
                 (Places{{8, 0}, {8, 200}, {8, 400}}));
        QCOMPARE(aligned({{0, 40}, {300, 8}}, Alignment::Top), (Places{{0, 8}, {300, 8}}));
    }

    void nothingComesToLieOnAnother() {
        QCOMPARE(aligned({{240, 0}, {0, 0}, {480, 8}}, Alignment::Left), (Places{{0, 96}, {0, 0}, {0, 192}}));
        QCOMPARE(aligned({{0, 0}, {0, 96}}, Alignment::Top), (Places{{0, 0}, {240, 0}}));
    }

    void gapsBecomeEqual() {
        QCOMPARE(aligned({{0, 0}, {256, 40}, {800, 0}}, Alignment::Across),
                 (Places{{0, 0}, {400, 40}, {800, 0}}));
        QCOMPARE(aligned({{0, 0}, {0, 304}, {0, 104}}, Alignment::Down),
                 (Places{{0, 0}, {0, 304}, {0, 152}}));
    }

    void withoutRoomTheyMoveOn() {
        QCOMPARE(aligned({{0, 0}, {100, 0}, {200, 0}}, Alignment::Across),
                 (Places{{0, 0}, {240, 0}, {480, 0}}));
    }

    void oneStaysWhereItIs() {
        QCOMPARE(aligned({{3, 5}}, Alignment::Down), (Places{{3, 5}}));
        QCOMPARE(aligned({}, Alignment::Left), Places());
    }
};

ARABESQUE_TEST(AlignmentTest)
#include "alignment_test.moc"
