#include "app/problems/problems_list.h"

#include "app/problems/problems_model.h"
#include "tests/support/test_main.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>

using namespace arabesque;

namespace {

QList<QStandardItem*> line(const QString& place) {
    QList<QStandardItem*> items;
    for (int column = 0; column < ProblemsModel::ColumnCount; ++column)
        items << new QStandardItem(column == ProblemsModel::PlaceColumn ? place : QStringLiteral("text"));
    return items;
}

struct Shown {
    Shown() {
        list.showLinesOf(model);
        list.resize(600, 80);
        list.show();
    }

    QStandardItemModel model{0, ProblemsModel::ColumnCount};
    ProblemsList list;
};

}

class ProblemsListTest final : public QObject {
    Q_OBJECT

private slots:
    void columnsKeepTheRoomTheyTook() {
        Shown shown;
        auto& [model, list] = shown;
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        const auto widths = [&] {
            list.widen();
            return std::pair(list.columnWidth(ProblemsModel::PlaceColumn),
                             list.columnWidth(ProblemsModel::MessageColumn));
        };
        model.appendRow(line(QStringLiteral("main.bal:1")));
        const auto narrow = widths();
        model.appendRow(line(QStringLiteral("Config.toml:10000")));
        const auto wide = widths();
        QVERIFY(wide.first > narrow.first);
        QCOMPARE(wide.second, narrow.second - (wide.first - narrow.first));
        model.removeRow(1);
        QCOMPARE(widths(), wide);
        list.narrow();
        QCOMPARE(widths(), narrow);
    }

    void aScrollBarTakesNoRoomFromTheMessages() {
        Shown shown;
        auto& [model, list] = shown;
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        model.appendRow(line(QStringLiteral("main.bal:1")));
        list.widen();
        const int before = list.columnWidth(ProblemsModel::MessageColumn);
        for (int i = 0; i < 20; ++i) model.appendRow(line(QStringLiteral("main.bal:1")));
        list.widen();
        QVERIFY(list.verticalScrollBar()->isVisible());
        QCOMPARE(list.columnWidth(ProblemsModel::MessageColumn), before);
        QVERIFY(list.header()->length() <= list.viewport()->width());
        list.resize(700, 80);
        QCOMPARE(list.columnWidth(ProblemsModel::MessageColumn), before + 100);
    }
};

ARABESQUE_TEST(ProblemsListTest)
#include "problems_list_test.moc"
