#include "core/diagram/gestures.h"
#include "tests/app/diagram/shown_topology.h"
#include "tests/support/test_main.h"

#include <QAccessible>
#include <QLabel>

using namespace arabesque;

namespace {

using Ids = std::vector<std::string>;

/// Four services in two rows and a link from the first to the second.
const std::string four = "[[region]]\nname = \"eu\"\nzones = [\"a\"]\n\n"
                         "[[node]]\nname = \"one\"\nrole = \"service\"\nposition = [40, 400]\n\n"
                         "[[node]]\nname = \"two\"\nrole = \"service\"\nposition = [400, 400]\n\n"
                         "[[node]]\nname = \"three\"\nrole = \"service\"\nposition = [40, 600]\n\n"
                         "[[node]]\nname = \"four\"\nrole = \"service\"\nposition = [400, 608]\n\n"
                         "[[link]]\nfrom = \"one\"\nto = \"two\"\nprotocol = \"grpc\"\n";

std::string with(std::string text,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> replaced) {
    for (const auto& [from, to] : replaced) {
        const std::size_t at = text.find(from);
        if (at == std::string::npos) qFatal("not in the text");
        text.replace(at, from.size(), to);
    }
    return text;
}

/// One step has been made, and taking it back returns the bytes.
bool isOneStep(ShownTopology& shown, const std::string& before) {
    if (shown.session.history().count() != 1) return false;
    shown.session.history().undo();
    return shown.text() == before;
}

std::string linkOf(const ShownTopology& shown) {
    for (const Line& line : shown.scene().diagram().lines)
        if (line.link) return line.id;
    return {};
}

QAccessibleInterface* heard(const ShownTopology& shown, const QString& beginning) {
    QAccessibleInterface* diagram = QAccessible::queryAccessibleInterface(&shown.view());
    for (int i = 0; i < diagram->childCount(); ++i)
        if (diagram->child(i)->text(QAccessible::Name).startsWith(beginning)) return diagram->child(i);
    return nullptr;
}

}

/// Several parts selected together, and connections by themselves.
class SelectionTest final : public QObject {
    Q_OBJECT

private slots:
    void clicksWithControlOrShiftAdd() {
        ShownTopology shown(four);
        QWidget* viewport = shown.view().viewport();
        const auto click = [&](const std::string& id, Qt::KeyboardModifiers modifiers = {}) {
            QTest::mouseClick(viewport, Qt::LeftButton, modifiers, shown.pixel(id));
        };
        click("node:one");
        QCOMPARE(shown.scene().selected(), Ids{"node:one"});
        click("node:two", Qt::ControlModifier);
        click("node:three", Qt::ShiftModifier);
        QCOMPARE(shown.scene().selected(), (Ids{"node:one", "node:two", "node:three"}));
        QCOMPARE(shown.scene().current(), "node:three");
        click("node:two", Qt::ControlModifier);
        QCOMPARE(shown.scene().selected(), (Ids{"node:one", "node:three"}));
        click("clients", Qt::ControlModifier);
        QCOMPARE(shown.scene().selected(), (Ids{"node:one", "node:three"}));
        click("node:one");
        QCOMPARE(shown.scene().selected(), Ids{"node:one"});
    }

    void aBandSelectsWhatItTouches() {
        ShownTopology shown(four);
        shown.view().fit();
        const QPointF corner = shown.scene().placeOf("node:one").topLeft() - QPointF(10, 10);
        const QPointF opposite = shown.scene().placeOf("node:three").center();
        shown.drag(shown.view().mapFromScene(corner), shown.view().mapFromScene(opposite));
        QCOMPARE(shown.scene().selected(), (Ids{"node:one", "node:three"}));
        const QPointF other = shown.scene().placeOf("node:four").bottomRight() + QPointF(10, 10);
        shown.drag(shown.view().mapFromScene(other),
                   shown.view().mapFromScene(shown.scene().placeOf("node:four").center()), Qt::ShiftModifier);
        QCOMPARE(shown.scene().selected(), (Ids{"node:one", "node:three", "node:four"}));
        QVERIFY2(!shown.session.isModified(), "looking changes nothing");
    }

    void keysSelectAndLetGo() {
        ShownTopology shown(four);
        shown.scene().setCurrent("node:one");
        shown.press(Qt::Key_Right, Qt::ShiftModifier);
        shown.press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(shown.scene().selected(), (Ids{"node:one", "node:two", "node:four"}));
        shown.press(Qt::Key_Escape);
        QCOMPARE(shown.scene().selected(), Ids{"node:four"});
        shown.press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(shown.scene().selected().size(), 4u);
        QCOMPARE(shown.scene().current(), "node:four");
        const auto labels = shown.page->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->isVisible() && label->text().startsWith("4 selected");
        }));
    }

    void keysMoveAllOfThem() {
        ShownTopology shown(four);
        shown.scene().select({"node:one", "node:three"});
        shown.press(Qt::Key_Right, Qt::AltModifier);
        shown.press(Qt::Key_Right, Qt::AltModifier);
        shown.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(shown.text(), with(four, {{"[40, 400]", "[56, 392]"}, {"[40, 600]", "[56, 592]"}}));
        QCOMPARE(shown.scene().selected().size(), 2u);
        QVERIFY(isOneStep(shown, four));
    }

    void theMouseMovesAllOfThem() {
        ShownTopology shown(four);
        shown.view().setZoom(0.6);
        shown.view().goTo("node:three");
        shown.scene().select({"node:two", "node:four"});
        const QPoint from = shown.pixel("node:four");
        shown.drag(from, from + QPoint(0, 60));
        QVERIFY(shown.scene().boxItem("node:four")->pos().y() > 680);
        QCOMPARE(shown.scene().boxItem("node:four")->pos() - shown.scene().boxItem("node:two")->pos(),
                 QPointF(0, 208));
        QVERIFY(isOneStep(shown, four));
    }

    void stateDeletionAndAlignmentAreOneStepEach() {
        const auto done = [](const Ids& ids, const QString& title) {
            ShownTopology shown(four);
            shown.scene().select(ids);
            for (const auto& action : shown.view().actionsFor(shown.scene().current()))
                if (action.title == title) action.run();
            const std::string text = shown.text();
            return isOneStep(shown, four) ? text : "not one step";
        };
        QCOMPARE(done({"node:two", "node:four"}, "Make them standby"),
                 with(four, {{"\nposition = [400, 400]", "\nstate = \"standby\"\nposition = [400, 400]"},
                             {"\nposition = [400, 608]", "\nstate = \"standby\"\nposition = [400, 608]"}}));
        QCOMPARE(done({"node:three", "node:four"}, "Align top edges"), with(four, {{"608", "600"}}));
        const std::string left = done({"node:one", "node:three"}, "Delete what is selected");
        QVERIFY2(!left.contains("\"one\"") && !left.contains("\"three\"") && !left.contains("[[link]]") &&
                     left.contains("\"two\"") && left.contains("\"four\""),
                 left.c_str());
    }

    void aDeletedOneIsNoLongerSelected() {
        ShownTopology shown(four);
        shown.scene().select({"node:one", "node:two"});
        shown.session.submit(*gestures::deleteNode(shown.session.document("Deployment.toml"), 1), "delete");
        QCOMPARE(shown.scene().selected(), Ids{"node:one"});
        QCOMPARE(shown.scene().current(), "node:one");
    }

    void keysGoThroughConnections() {
        ShownTopology shown(four);
        shown.scene().setCurrent("node:one");
        Ids seen;
        do {
            shown.press(Qt::Key_PageDown);
            seen.push_back(shown.scene().current());
            QVERIFY2(shown.scene().currentLine(), seen.back().c_str());
        } while (seen.size() < 9 && (seen.size() == 1 || seen.back() != seen.front()));
        QVERIFY(std::ranges::contains(seen, linkOf(shown)));
        for (const std::string& id : seen) {
            const Line& line = *shown.scene().line(id);
            QVERIFY(line.from == 0 || line.to == 0);
        }
        shown.press(Qt::Key_Escape);
        QCOMPARE(shown.scene().current(), "node:one");
        shown.scene().setCurrent(linkOf(shown));
        shown.press(Qt::Key_Right);
        QCOMPARE(shown.scene().current(), "node:two");
    }

    void aLinkIsDeletedAndOpenedByKeys() {
        ShownTopology shown(four);
        shown.scene().setCurrent(linkOf(shown));
        QCOMPARE(toml::toText(shown.session.navigation().selection().path), "link[0]");
        QSignalSpy opened(&shown.session.navigation(), &Navigation::settingWanted);
        shown.press(Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        shown.press(Qt::Key_Delete);
        QCOMPARE(shown.text(), four.substr(0, four.find("\n[[link]]")));
        QVERIFY(isOneStep(shown, four));
    }

    void whatFollowsFromRolesShowsItsReason() {
        ShownTopology shown(four);
        const auto& lines = shown.scene().diagram().lines;
        const auto derived = std::ranges::find_if(lines, [](const Line& line) { return !line.link; });
        QVERIFY(derived != lines.end());
        shown.scene().setCurrent(derived->id);
        shown.press(Qt::Key_Delete);
        QCOMPARE(shown.text(), four);
        QVERIFY(!shown.scene().canJoin(derived->id));
    }

    void connectionsAreHeard() {
        ShownTopology shown(four);
        QAccessibleInterface* link = heard(shown, "grpc 9090 from one to two");
        QVERIFY(link);
        QCOMPARE(link->role(), QAccessible::ListItem);
        QCOMPARE(link->text(QAccessible::Description), "A link that Deployment.toml declares");
        QVERIFY(link->rect().isValid());
        link->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QVERIFY(link->state().focused && link->state().selected);
        QCOMPARE(QAccessible::queryAccessibleInterface(&shown.view())->focusChild(), link);
        QVERIFY(link->actionInterface()->actionNames().contains("Open its form"));
        link->actionInterface()->doAction("Delete");
        QVERIFY(!shown.text().contains("[[link]]"));
        QVERIFY(link->state().invalid);
    }

    void severalAreSelectedByEar() {
        ShownTopology shown(four);
        auto* selection = QAccessible::queryAccessibleInterface(&shown.view())->selectionInterface();
        QVERIFY(selection);
        shown.scene().setCurrent({});
        QVERIFY(selection->select(heard(shown, "Node one")));
        QVERIFY(selection->select(heard(shown, "Node three")));
        QVERIFY2(!selection->select(heard(shown, "Region eu")), "regions are no part of several");
        QCOMPARE(selection->selectedItemCount(), 2);
        QVERIFY(selection->unselect(heard(shown, "Node one")));
        QCOMPARE(shown.scene().selected(), Ids{"node:three"});
        QVERIFY(selection->selectAll());
        heard(shown, "Node two")->actionInterface()->doAction("Make them standby");
        QCOMPARE(shown.session.history().count(), 1);
    }
};

ARABESQUE_TEST(SelectionTest)
#include "selection_test.moc"
