#include "core/diagram/order.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

class OrderTest : public QObject {
    Q_OBJECT

private slots:
    void crossedLinesAreStraightened() {
        Rows rows{.rows = {{0, 1}, {2, 3}}, .stretch = {0, 0, 0, 0}, .lines = {{0, 3}, {1, 2}}};
        QCOMPARE(crossings(rows), 1u);
        reduceCrossings(rows);
        QCOMPARE(crossings(rows), 0u);
    }
    void itemsStayInTheirStretch() {
        Rows rows{.rows = {{0, 1}, {2, 3}}, .stretch = {0, 1, 0, 1}, .lines = {{0, 3}, {1, 2}}};
        const auto before = rows.rows;
        reduceCrossings(rows);
        QCOMPARE(rows.rows, before);
    }
    void heavyLinesCountMore() {
        // 0 and 1 above, 2 and 3 below: each with each, and heavy ones straight down.
        Rows rows{.rows = {{0, 1}, {3, 2}},
                  .stretch = {0, 0, 0, 0},
                  .lines = {{0, 2, 5}, {1, 3, 5}, {0, 3, 1}, {1, 2, 1}}};
        QCOMPARE(crossings(rows), 25u);
        reduceCrossings(rows);
        QCOMPARE(crossings(rows), 1u);
    }
    void linesOverSeveralRowsAreSeen() {
        Rows rows{.rows = {{0, 1}, {}, {2, 3}}, .stretch = {0, 0, 0, 0}, .lines = {{0, 3}, {1, 2}}};
        reduceCrossings(rows);
        QCOMPARE(crossings(rows), 0u);
    }
    void whatIsInOrderStays() {
        Rows rows{.rows = {{0, 1}, {2, 3}}, .stretch = {0, 0, 0, 0}, .lines = {{0, 2}, {1, 3}}};
        const auto before = rows.rows;
        reduceCrossings(rows);
        QCOMPARE(rows.rows, before);
    }
};

ARABESQUE_TEST(OrderTest)
#include "order_test.moc"
