#include "core/files/in_parallel.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <atomic>
#include <vector>

using namespace arabesque;

class InParallelTest : public QObject {
    Q_OBJECT

private slots:
    void eachNumberIsWorkedOnOnce_data() {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 3, 4, 5, 1000}) QTest::addRow("%d", count) << count;
    }
    void eachNumberIsWorkedOnOnce() {
        QFETCH(int, count);
        std::vector<std::atomic<int>> times(static_cast<std::size_t>(count));
        inParallel(times.size(), [&](std::size_t i) { ++times[i]; });
        for (const auto& each : times) QCOMPARE(each.load(), 1);
    }

    void eachNumberIsInOneRun_data() { eachNumberIsWorkedOnOnce_data(); }
    void eachNumberIsInOneRun() {
        QFETCH(int, count);
        constexpr std::size_t atOnce = 3;
        std::vector<std::atomic<int>> times(static_cast<std::size_t>(count));
        std::atomic<int> longer = 0;
        inParallel(times.size(), atOnce, [&](std::size_t begin, std::size_t end) {
            longer += end - begin > atOnce;
            for (; begin < end; ++begin) ++times[begin];
        });
        for (const auto& each : times) QCOMPARE(each.load(), 1);
        QCOMPARE(longer.load(), 0);
    }
};

ARABESQUE_TEST(InParallelTest)
#include "in_parallel_test.moc"
