#include "app/diagram/node_table_view.h"

#include "app/diagram/node_table.h"
#include "tests/app/diagram/shown_topology.h"
#include "tests/support/test_main.h"

#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>

using namespace arabesque;

namespace {

const std::string three =
    "[[node]]\nname = \"one\"\nrole = \"service\"\nhost = \"10.0.0.3\"   # rack 2\nport = 9090\n\n"
    "[[node]]\nname = \"two\"\nrole = \"service\"\n\n"
    "[[node]]\nname = \"three\"\nrole = \"load-balancer\"\nport = 80\n";

/// The table of a deployment, and somebody at the keyboard.
class ShownTable : public ShownTopology {
public:
    explicit ShownTable(const std::string& deployment = three) : ShownTopology(deployment) {
        page->showTable();
        table().setFocus();
    }

    [[nodiscard]] NodeTableView& table() const { return page->table(); }
    void go(int row, int column) const { table().setCurrentIndex(table().model()->index(row, column)); }
    [[nodiscard]] QString cell(int row, int column, int role = Qt::DisplayRole) const {
        return table().model()->index(row, column).data(role).toString();
    }
    void key(Qt::Key key) const { QTest::keyClick(&table(), key); }
    [[nodiscard]] QLineEdit* line() const { return table().viewport()->findChild<QLineEdit*>(); }
    /// The sentence under the table.
    [[nodiscard]] QString said() const {
        for (const QLabel* label : page->findChildren<QLabel*>())
            if (label->isVisible() && label->objectName() == "muted") return label->text();
        return {};
    }
};

/// Enter is taken once the editor itself has seen it.
void finish(QLineEdit* line) {
    QTest::keyClick(line, Qt::Key_Return);
    QCoreApplication::processEvents();
}

std::string with(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) qFatal("not in the text");
    return text.replace(at, from.size(), to);
}

}

class NodeTableViewTest final : public QObject {
    Q_OBJECT

private slots:
    void hostAndPortAreEditedInPlace() {
        const ShownTable shown;
        shown.go(0, NodeTable::HostColumn);
        shown.key(Qt::Key_F2);
        QCOMPARE(shown.line()->text(), "10.0.0.3");
        QTest::keyClicks(shown.line(), "orders.example.com");
        QTest::keyClick(shown.line(), Qt::Key_Tab);
        QCOMPARE(shown.text(), with(three, "10.0.0.3", "orders.example.com"));
        QCOMPARE(shown.table().currentIndex().column(), static_cast<int>(NodeTable::PortColumn));
        QPointer<QLineEdit> port = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY2(port, "Tab goes on to the next cell");
        QCOMPARE(port->text(), "9090");
        QTest::keyClicks(port, "8080");
        finish(port);
        QCOMPARE(shown.text(), with(with(three, "10.0.0.3", "orders.example.com"), "9090", "8080"));
    }

    void eachCellIsOneStep() {
        ShownTable shown;
        QAbstractItemModel* model = shown.table().model();
        QVERIFY(model->setData(model->index(1, NodeTable::PortColumn), "8290"));
        QVERIFY(model->setData(model->index(1, NodeTable::CopiesColumn), "3"));
        QVERIFY(shown.text().contains("name = \"two\"\nrole = \"service\"\nport = 8290\nreplicas = 3\n"));
        QVERIFY(model->setData(model->index(1, NodeTable::CopiesColumn), ""));
        QVERIFY2(!shown.text().contains("replicas"), "an empty cell removes the key");
        QCOMPARE(shown.session.history().count(), 3);
        while (shown.session.history().canUndo()) shown.session.history().undo();
        QCOMPARE(shown.text(), three);
    }

    void whatIsWrongIsToldAsItIsTyped() {
        const ShownTable shown;
        shown.go(0, NodeTable::PortColumn);
        shown.key(Qt::Key_Return);
        QTest::keyClicks(shown.line(), "70000");
        QCOMPARE(shown.said(), "'70000' is too large: the most is 65535");
        QCOMPARE(shown.line()->accessibleDescription(), shown.said());
        finish(shown.line());
        QVERIFY2(shown.line() && shown.line()->isVisible(), "it stays to be put right");
        QCOMPARE(shown.text(), three);
        QTest::keyClick(shown.line(), Qt::Key_Backspace);
        QCOMPARE(shown.said(), "");
        finish(shown.line());
        QCOMPARE(shown.text(), with(three, "9090", "7000"));
    }

    void namesAreCheckedToo() {
        const ShownTable shown;
        shown.go(0, NodeTable::NameColumn);
        shown.key(Qt::Key_F2);
        QTest::keyClicks(shown.line(), "two");
        QCOMPARE(shown.said(), "The name 'two' is taken");
        QTest::keyClick(shown.line(), Qt::Key_Escape);
        QCOMPARE(shown.text(), three);
        shown.go(0, NodeTable::HostColumn);
        shown.key(Qt::Key_F2);
        auto* host = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(host);
        QTest::keyClicks(host, "http://x");
        QVERIFY(shown.said().contains("without scheme"));
    }

    void defaultsLookLikeDefaults() {
        const ShownTable shown;
        QCOMPARE(shown.cell(1, NodeTable::HostColumn), "two");
        QCOMPARE(shown.cell(1, NodeTable::HostColumn, Qt::EditRole), "");
        QCOMPARE(shown.cell(1, NodeTable::HostColumn, Qt::AccessibleTextRole), "Host: two, by default");
        QCOMPARE(shown.cell(0, NodeTable::HostColumn, Qt::AccessibleTextRole), "Host: 10.0.0.3");
    }

    void sortingKeepsWhatIsSelected() {
        const ShownTable shown;
        shown.go(0, NodeTable::NameColumn);
        shown.table().sortByColumn(NodeTable::PortColumn, Qt::AscendingOrder);
        QCOMPARE(shown.cell(0, NodeTable::NameColumn), "Clients");
        QCOMPARE(shown.table().selectedIds(), std::vector<std::string>{"node:one"});
        QCOMPARE(shown.scene().current(), "node:one");
        shown.table().sortByColumn(-1, Qt::AscendingOrder);
        QCOMPARE(shown.cell(0, NodeTable::NameColumn), "one");
    }

    void severalAreSelectedHereAndOnTheDiagram() {
        ShownTable shown;
        shown.go(0, NodeTable::NameColumn);
        QTest::keyClick(&shown.table(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(shown.scene().selected(), (std::vector<std::string>{"node:one", "node:two"}));
        shown.scene().select({"node:one", "node:three"});
        QCOMPARE(shown.table().selectedIds(), (std::vector<std::string>{"node:one", "node:three"}));
        shown.key(Qt::Key_Delete);
        QVERIFY2(shown.text().contains("\"two\"") && !shown.text().contains("\"one\"") &&
                     !shown.text().contains("\"three\""),
                 shown.text().c_str());
        QCOMPARE(shown.session.history().count(), 1);
    }

    void nothingIsCutInANarrowWindow() {
        // 680 is what a window of 1280 pixels leaves the page with all others open beside it.
        for (const int width : {1280, 680}) {
            const ShownTable shown;
            shown.page->resize(width, 600);
            QCoreApplication::processEvents();
            const QHeaderView& header = *shown.table().horizontalHeader();
            QCOMPARE(shown.table().horizontalScrollBar()->maximum(), 0);
            QVERIFY(header.sectionSize(NodeTable::ConnectionsColumn) >= 80);
            for (int column = 0; column < NodeTable::ColumnCount; ++column)
                QVERIFY(header.sectionSize(column) >= 40);
        }
    }

    void rolesAreReadWholeBeforeOtherColumnsAre() {
        const ShownTable shown(
            "[[region]]\nname = \"europe-west\"\nzones = [\"frankfurt-1\"]\n\n"
            "[[node]]\nname = \"entry-1\"\nrole = \"load-balancer\"\nregion = \"europe-west\"\n"
            "zone = \"frankfurt-1\"\nhost = \"10.120.130.141\"\nport = 443\n");
        shown.page->resize(688, 400);   // what a window of 1280 pixels leaves
        QCoreApplication::processEvents();
        const int needed = shown.table().fontMetrics().horizontalAdvance(QStringLiteral("load-balancer"));
        QVERIFY(shown.table().columnWidth(NodeTable::RoleColumn) > needed);
        QCOMPARE(shown.table().horizontalScrollBar()->maximum(), 0);
    }

    void withoutRoomItScrolls() {
        const ShownTable shown;
        shown.page->resize(400, 600);
        QCoreApplication::processEvents();
        QVERIFY(shown.table().horizontalScrollBar()->maximum() > 0);
    }

    void widthsThatWereDraggedStay() {
        const ShownTable shown;
        shown.table().setColumnWidth(NodeTable::NameColumn, 333);
        shown.page->resize(700, 600);
        QCoreApplication::processEvents();
        QCOMPARE(shown.table().columnWidth(NodeTable::NameColumn), 333);
    }

    void tabLeavesTheTable() {
        const ShownTable shown;
        QVERIFY(!shown.table().tabKeyNavigation());
        shown.go(0, NodeTable::RoleColumn);
        shown.key(Qt::Key_F2);
        const auto* list = shown.table().viewport()->findChild<QComboBox*>();
        QVERIFY(list);
        QCOMPARE(list->accessibleName(), "Role");
        QCOMPARE(list->currentText(), "service");
    }
};

ARABESQUE_TEST(NodeTableViewTest)
#include "node_table_view_test.moc"
