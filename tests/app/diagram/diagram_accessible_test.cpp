#include "app/diagram/diagram_scene.h"
#include "app/diagram/diagram_view.h"
#include "app/diagram/topology_page.h"
#include "app/session/session.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QAccessible>
#include <QLineEdit>
#include <QMenu>

using namespace arabesque;

namespace {

/// Somebody who hears the page and types.
class Listener {
public:
    explicit Listener(DiagramView& view) : m_view(view) {}

    [[nodiscard]] QAccessibleInterface* diagram() const {
        return QAccessible::queryAccessibleInterface(&m_view);
    }
    [[nodiscard]] QStringList names() const {
        QStringList all;
        for (int i = 0; i < diagram()->childCount(); ++i) all << diagram()->child(i)->text(QAccessible::Name);
        return all;
    }
    [[nodiscard]] QAccessibleInterface* part(const QString& beginning) const {
        for (int i = 0; i < diagram()->childCount(); ++i)
            if (diagram()->child(i)->text(QAccessible::Name).startsWith(beginning))
                return diagram()->child(i);
        qFatal("no part is called %s: %s", qPrintable(beginning), qPrintable(names().join(" | ")));
        return nullptr;
    }
    void act(const QString& beginning, const QString& action) const {
        part(beginning)->actionInterface()->doAction(action);
    }
    void focus(const QString& beginning) const {
        act(beginning, QAccessibleActionInterface::setFocusAction());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const {
        QTest::keyClick(&m_view, key, modifiers);
    }
    /// Goes through the menu of roles by its letters' names, as a screen reader's user does.
    void add(const QString& role, const QString& name) const {
        press(Qt::Key_Insert);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (!menu) qFatal("Insert opens no menu");
        for (int step = 0; menu->activeAction()->text() != role; ++step) {
            if (step > 20) qFatal("no role %s", qPrintable(role));
            QTest::keyClick(menu, Qt::Key_Down);
        }
        QTest::keyClick(menu, Qt::Key_Return);
        rename(name);
    }
    void rename(const QString& name) const {
        press(Qt::Key_F2);
        auto* field = m_view.findChild<QLineEdit*>();
        if (!field) qFatal("F2 opens no field");
        field->selectAll();
        QTest::keyClicks(field, name);
        QTest::keyClick(field, Qt::Key_Return);
        delete field;
    }

private:
    DiagramView& m_view;
};

}

class DiagramAccessibleTest final : public QObject {
    Q_OBJECT

private slots:
    /// Two regions of a zone with a balancer and a service each: built and read back without seeing anything.
    void anActiveActiveDeploymentIsBuiltByEar() {
        const FilesOnDisk project(
            {{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n"},
             {"main.bal", "public function main() {\n}\n"},
             {"Deployment.toml",
              "format = 1\npattern = \"active-active\"\n\n[[node]]\nname = \"seed\"\nrole = \"service\"\n"}});
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        TopologyPage page(session);
        page.resize(1200, 800);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const Listener user(page.diagramView());
        page.diagramView().setFocus();
        user.focus("Node seed");
        for (const QString region : {"eu", "us"}) {
            user.press(Qt::Key_Insert, Qt::ShiftModifier);
            user.rename(region);
            user.focus("Region " + region);
            user.press(Qt::Key_Insert, Qt::ControlModifier);
            user.rename("z-" + region);
            user.focus("Zone z-" + region);
            user.add("Load balancer", "lb-" + region);
            user.focus("Zone z-" + region);
            user.add("Service", "orders-" + region);
        }
        user.act("Node seed", "Delete");
        user.act("Node orders-us", "Make it standby");
        user.act("Node orders-us", "Make it active");

        const Topology topology = topologyOf(session.document("Deployment.toml"), Workload());
        QCOMPARE(topology.regions.size(), 2u);
        QCOMPARE(topology.nodes.size(), 4u);
        QVERIFY(topology.node("orders-us") && *topology.node("orders-us")->zone == "z-us");
        const QStringList names = user.names();
        for (const char* name : {"Region eu · active", "Region us · active", "Zone z-eu", "Zone z-us",
                                 "Node lb-eu, Load balancer, region eu, zone z-eu, lb-eu:443",
                                 "Node orders-us, Service, region us, zone z-us, orders-us:9090"})
            QVERIFY2(std::ranges::any_of(names, [&](const QString& each) { return each.startsWith(name); }),
                     qPrintable(names.join(" | ")));
        QVERIFY(user.part("Node lb-eu")
                    ->text(QAccessible::Description)
                    .contains("HTTP 9090 from lb-eu to orders-eu"));
        QVERIFY(!user.part("Node lb-eu")->text(QAccessible::Description).contains("orders-us"));
        while (session.history().canUndo()) session.history().undo();
        QVERIFY(!session.isModified());
    }

    void partsHaveRolesStatesPlacesAndActions() {
        const FilesOnDisk project(
            {{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n"},
             {"main.bal", "public function main() {\n}\n"},
             {"Deployment.toml", "[[region]]\nname = \"eu\"\n[[node]]\nname = \"one\"\nrole = \"service\"\n"
                                 "state = \"standby\"\n"}});
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        TopologyPage page(session);
        page.resize(1200, 800);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const Listener user(page.diagramView());
        QCOMPARE(user.diagram()->role(), QAccessible::List);
        QVERIFY(!user.diagram()->text(QAccessible::Name).isEmpty());
        QAccessibleInterface* one = user.part("Node one");
        QCOMPARE(one->role(), QAccessible::ListItem);
        QVERIFY(one->text(QAccessible::Name).contains("standby"));
        QCOMPARE(one->parent(), user.diagram());
        QCOMPARE(user.diagram()->indexOfChild(one), 0);
        QVERIFY(user.diagram()->rect().contains(one->rect().center()));
        QCOMPARE(user.diagram()->childAt(one->rect().center().x(), one->rect().center().y()), one);
        QCOMPARE(user.part("Region eu")->role(), QAccessible::Grouping);
        user.focus("Node one");
        QVERIFY(one->state().selected);
        QVERIFY(one->actionInterface()->actionNames().contains("Make it active"));
        QCOMPARE(one->actionInterface()->keyBindingsForAction("Delete"), QStringList{"Del"});
        one->actionInterface()->doAction("Delete");
        QVERIFY(!one->isValid());
        QVERIFY(one->state().invalid);
    }
};

ARABESQUE_TEST(DiagramAccessibleTest)
#include "diagram_accessible_test.moc"
