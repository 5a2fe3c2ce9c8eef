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
};

ARABESQUE_TEST(InParallelTest)
#include "in_parallel_test.moc"
