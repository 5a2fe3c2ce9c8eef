#include "app/diagram/topology_page.h"

#include "app/diagram/diagram_scene.h"
#include "app/diagram/diagram_view.h"
#include "app/diagram/export_diagram.h"
#include "app/diagram/node_table.h"
#include "app/diagram/node_table_view.h"
#include "app/session/session.h"
#include "core/diagram/gestures.h"
#include "tests/app/diagram/shown_topology.h"
#include "tests/support/test_main.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>

using namespace arabesque;

namespace {

using Shown = ShownTopology;
const std::string& deployment = twoNodes;

std::string with(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) qFatal("not in the text");
    return text.replace(at, from.size(), to);
}

}

class TopologyPageTest final : public QObject {
    Q_OBJECT

private slots:
    void itemsAreMatchedByName() {
        Shown shown;
        const BoxItem* one = shown.scene().boxItem("node:one");
        shown.scene().setCurrent("node:one");
        shown.session.submit(
            *gestures::addNode(shown.session.document("Deployment.toml"), {.name = "x", .role = "gateway"}),
            "add");
        QVERIFY(shown.scene().boxItem("node:x"));
        QVERIFY2(shown.scene().boxItem("node:one") == one, "the very same item");
        QCOMPARE(shown.scene().current(), "node:one");
        shown.session.history().undo();
        QVERIFY(!shown.scene().boxItem("node:x"));
    }

    void theMouseMovesANode() {
        Shown shown;
        shown.view().setZoom(1);
        shown.view().goTo("node:one");
        const QPoint from = shown.pixel("node:one");
        shown.drag(from, from + QPoint(0, 160));
        QCOMPARE(shown.text(), with(deployment, "[40, 400]", "[40, 560]"));
        QCOMPARE(shown.session.history().count(), 1);
        QCOMPARE(shown.scene().boxItem("node:two")->pos(), QPointF(400, 400));
        shown.session.history().undo();
        QCOMPARE(shown.text(), deployment);
        QCOMPARE(shown.scene().boxItem("node:one")->pos(), QPointF(40, 400));
    }

    void aNodeComesInLineWithOthers() {
        Shown shown;
        shown.view().setZoom(1);
        shown.view().goTo("node:one");
        const QPoint from = shown.pixel("node:one");
        shown.drag(from, from + QPoint(-80, 5));
        QVERIFY2(shown.text().contains("400]\n\n[[node]]"), shown.text().c_str());
    }

    void droppingIntoAZoneMovesThere() {
        Shown shown(
            with(deployment, "zone = \"b\"\nposition = [400, 400]", "zone = \"b\"\nposition = [900, 400]"));
        shown.view().fit();
        const QRectF zone = shown.scene().placeOf("zone:eu/b");
        const QPoint to = shown.view().mapFromScene(zone.center());
        shown.drag(shown.pixel("node:one"), to);
        const std::string text = shown.text();
        QVERIFY2(!text.contains("zone = \"a\""), text.c_str());
        QCOMPARE(shown.session.history().count(), 1);
    }

    void altAndTheMouseConnect() {
        Shown shown;
        shown.drag(shown.pixel("node:one"), shown.pixel("node:two"), Qt::AltModifier);
        QVERIFY2(shown.text().ends_with("\n[[link]]\nfrom = \"one\"\nto = \"two\"\n"), shown.text().c_str());
    }

    void keysDoTheSame() {
        Shown shown;
        shown.scene().setCurrent("node:one");
        shown.press(Qt::Key_Right);
        QCOMPARE(shown.scene().current(), "node:two");
        shown.press(Qt::Key_Right, Qt::AltModifier);
        shown.press(Qt::Key_Right, Qt::AltModifier);
        shown.press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(shown.text(), with(deployment, "[400, 400]", "[416, 408]"));
        QCOMPARE(shown.session.history().count(), 1);
        shown.press(Qt::Key_S);
        QVERIFY(shown.text().contains("state = \"standby\""));
        shown.press(Qt::Key_S);
        QVERIFY(shown.text().contains("state = \"active\""));
        shown.press(Qt::Key_L);
        shown.press(Qt::Key_Left);
        shown.press(Qt::Key_Return);
        QVERIFY2(shown.text().ends_with("\n[[link]]\nfrom = \"two\"\nto = \"one\"\n"), shown.text().c_str());
        shown.press(Qt::Key_Delete);
        QVERIFY2(!shown.text().contains("\"one\"") && !shown.text().contains("[[link]]"),
                 shown.text().c_str());
        while (shown.session.history().canUndo()) shown.session.history().undo();
        QCOMPARE(shown.text(), deployment);
    }

    void aNameIsEditedInPlace() {
        Shown shown;
        shown.scene().setCurrent("node:one");
        shown.press(Qt::Key_F2);
        auto* name = shown.view().findChild<QLineEdit*>();
        QVERIFY(name);
        QCOMPARE(name->text(), "one");
        QTest::keyClicks(name, "first");
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(shown.text(), with(deployment, "\"one\"", "\"first\""));
        QVERIFY(shown.scene().boxItem("node:first"));
        QCOMPARE(shown.session.history().count(), 1);
    }

    void aTakenNameIsRefusedInASentence() {
        Shown shown;
        shown.scene().setCurrent("node:one");
        shown.press(Qt::Key_F2);
        auto* name = shown.view().findChild<QLineEdit*>();
        name->setText("two");
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(shown.text(), deployment);
        const auto labels = shown.page->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->isVisible() && label->text() == "The name 'two' is taken";
        }));
    }

    void selectionIsSharedWithTheProject() {
        Shown shown;
        shown.scene().setCurrent("node:two");
        const Selection& selected = shown.session.navigation().selection();
        QCOMPARE(selected.document, "Deployment.toml");
        QCOMPARE(toml::toText(selected.path), "node[1]");
        shown.session.navigation().select({"Deployment.toml", *toml::readPath("node[0].role")});
        QCOMPARE(shown.scene().current(), "node:one");
    }

    void anArrangementIsLookedAtFirst() {
        Shown shown;
        shown.page->previewArrangement();
        QVERIFY(shown.page->isPreviewing());
        QCOMPARE(shown.text(), deployment);
        QVERIFY(shown.scene().boxItem("node:one")->pos() != QPointF(40, 400));
        shown.page->dropArrangement();
        QCOMPARE(shown.scene().boxItem("node:one")->pos(), QPointF(40, 400));
        shown.page->previewArrangement();
        const QPointF arranged = shown.scene().boxItem("node:one")->pos();
        shown.page->applyArrangement();
        QCOMPARE(shown.scene().boxItem("node:one")->pos(), arranged);
        QCOMPARE(shown.session.history().count(), 1);
        shown.session.history().undo();
        QCOMPARE(shown.text(), deployment);
        QCOMPARE(shown.scene().boxItem("node:one")->pos(), QPointF(40, 400));
    }

    void theTableHoldsTheSame() {
        Shown shown;
        shown.page->showTable();
        QAbstractItemModel* model = shown.page->table().model();
        QCOMPARE(model->rowCount(), static_cast<int>(shown.scene().diagram().boxes.size()));
        QCOMPARE(model->index(0, NodeTable::NameColumn).data().toString(), "one");
        QVERIFY(model->setData(model->index(0, NodeTable::StateColumn), "standby"));
        QVERIFY(model->setData(model->index(0, NodeTable::ZoneColumn), "b"));
        QVERIFY(model->setData(model->index(0, NodeTable::NameColumn), "first"));
        QVERIFY(shown.scene().diagram().box("node:first")->standby);
        QCOMPARE(shown.scene().diagram().box("node:first")->zone, "b");
        QVERIFY(!(model->flags(model->index(2, 0)) & Qt::ItemIsEditable));
        shown.page->table().setCurrentIndex(model->index(1, 0));
        QCOMPARE(shown.scene().current(), "node:two");
    }

    void halfWrittenTextLeavesTheLastGoodPicture() {
        Shown shown;
        const std::string text = shown.text();
        shown.session.submit(difference("Deployment.toml", text, text + "[[node\n"), "typed");
        QVERIFY(shown.scene().boxItem("node:one"));
        shown.session.history().undo();
        QVERIFY(shown.scene().boxItem("node:one"));
    }

    void anEmptyPageHasOneAction() {
        Shown shown("");
        QVERIFY(shown.scene().diagram().boxes.empty());
        const auto buttons = shown.page->findChildren<QPushButton*>();
        const auto add =
            std::ranges::find_if(buttons, [](const QPushButton* button) { return button->isVisible(); });
        QVERIFY(add != buttons.end());
        (*add)->click();
        QCOMPARE(shown.text(), "[[node]]\nname = \"service-1\"\nrole = \"service\"\n");
        QVERIFY(shown.scene().boxItem("node:service-1"));
    }

    void zoomAndPan() {
        Shown shown;
        shown.press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(shown.view().zoom(), 1.0);
        shown.press(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(shown.view().zoom() > 1.2);
        shown.press(Qt::Key_0, Qt::ControlModifier);
        QVERIFY(shown.view().zoom() <= 1);
        const QRectF seen = shown.view().mapToScene(shown.view().viewport()->rect()).boundingRect();
        QVERIFY(seen.contains(shown.scene().placeOf("node:two")));
    }

    void picturesAreExported() {
        Shown shown;
        const QTemporaryDir folder;
        const auto to = [&](const char* name) {
            return std::filesystem::path(folder.filePath(name).toStdString());
        };
        const Diagram& diagram = shown.scene().diagram();
        for (const char* name : {"a.svg", "a.png", "a.pdf"}) {
            QVERIFY(exportDiagram(diagram, to(name), 2));
            QVERIFY(QFileInfo(folder.filePath(name)).size() > 500);
        }
        QCOMPARE(QImage(folder.filePath("a.png")).width(), 2 * static_cast<int>(diagram.extent.width));
        QCOMPARE(exportDiagram(diagram, to("a.gif")).error().message.english(),
                 "'a.gif' ends in neither .svg, .png nor .pdf");
        QVERIFY(!exportDiagram(diagram, to("b.png"), 1000));
    }
};

ARABESQUE_TEST(TopologyPageTest)
#include "topology_page_test.moc"
