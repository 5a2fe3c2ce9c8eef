#include "app/diagram/diagram_gestures.h"
#include "app/diagram/diagram_scene.h"
#include "app/diagram/node_table_view.h"
#include "app/diagram/topology_page.h"
#include "app/session/session.h"
#include "core/diagram/gestures.h"
#include "core/schema/roles.h"
#include "core/toml/rewrite.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModel>

#include <random>

using namespace arabesque;

namespace {

const std::string file(gestures::file);
constexpr int edits = 10000;
constexpr int settleEvery = 25;
constexpr std::size_t mostNodes = 14;

/// Edits a project in turn as the diagram, a form and a text editor do.
class Chance {
public:
    Chance(Session& session, TopologyPage& page) : m_session(session), m_page(page), m_gestures(session) {
        m_gestures.setDiagram(page.diagramScene().diagram());
    }

    /// Ids of boxes that the edit places by itself.
    std::vector<std::string> edit(int turn) {
        m_placed.clear();
        switch (turn % 3) {
        case 0: gesture(); break;
        case 1: form(); break;
        default: text(); break;
        }
        return m_placed;
    }

private:
    std::size_t any(std::size_t count) { return m_random() % count; }
    [[nodiscard]] const Diagram& diagram() const { return m_page.diagramScene().diagram(); }
    [[nodiscard]] std::size_t nodes() const {
        return static_cast<std::size_t>(std::ranges::count_if(diagram().boxes, &Box::isNode));
    }
    std::string anyNode() { return diagram().boxes[any(nodes())].id; }
    std::string anyFrame() {
        return diagram().frames.empty() ? "" : diagram().frames[any(diagram().frames.size())].id;
    }
    Point anyPlace() {
        return {static_cast<std::int64_t>(any(200)) * 8, static_cast<std::int64_t>(any(100)) * 8};
    }

    void gesture() {
        if (nodes() < 3) return add();
        switch (any(10)) {
        case 9: return several();
        case 0: return nodes() < mostNodes ? add() : m_gestures.remove(anyNode());
        case 1: {
            m_placed = {anyNode()};
            return m_gestures.move(m_placed.front(), anyPlace());
        }
        case 2: (void)m_gestures.rename(anyNode(), QStringLiteral("renamed-%1").arg(any(50))); return;
        case 3: return m_gestures.toggleState(anyNode());
        case 4: return m_gestures.connectBoxes(anyNode(), anyNode());
        case 5: return m_gestures.setRole(anyNode(), allRoles()[any(allRoles().size())].id);
        case 6: {
            if (diagram().frames.size() > 6) return m_gestures.remove(anyFrame());
            if (const Frame* frame = diagram().frame(anyFrame()); frame && any(2) == 0)
                (void)m_gestures.addZone(frame->isZone ? frame->region : frame->name);
            else
                (void)m_gestures.addRegion();
            return;
        }
        case 7: {
            const Frame* frame = diagram().frame(anyFrame());
            if (!frame) return;
            return m_gestures.place(anyNode(), frame->isZone ? frame->region : frame->name,
                                    frame->isZone ? frame->name : std::string());
        }
        default: (void)m_gestures.rename(anyFrame(), QStringLiteral("place-%1").arg(any(50)));
        }
    }

    /// What is done with many at once; perhaps with all of them.
    void several() {
        std::vector<std::size_t> some;
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < nodes(); ++i)
            if (any(3) == 0) {
                some.push_back(i);
                ids.push_back(diagram().boxes[i].id);
            }
        if (some.size() < 2) return;
        switch (any(6)) {
        case 0: m_placed = ids; return m_gestures.moveGroup(some, ids[any(ids.size())], anyPlace());
        case 1: m_placed = ids; return m_gestures.alignGroup(some, static_cast<Alignment>(any(4)));
        case 2: return m_gestures.setStates(some, any(2) == 0 ? "active" : "standby");
        case 3: return m_gestures.setRoles(some, allRoles()[any(allRoles().size())].id);
        case 4: {
            const Frame* frame = diagram().frame(anyFrame());
            if (!frame) return;
            return m_gestures.placeGroup(some, frame->isZone ? frame->region : frame->name,
                                         frame->isZone ? frame->name : std::string());
        }
        default:
            for (const Line& line : diagram().lines)
                if (line.link && any(2) == 0) ids.push_back(line.id);
            return m_gestures.removeGroup(ids);
        }
    }

    void add() {
        (void)m_gestures.addNode(allRoles()[any(allRoles().size())].id, any(2) == 0 ? anyFrame() : "");
    }

    void form() {
        if (nodes() == 0) return;
        const std::size_t node = any(nodes());
        const std::pair<const char*, std::string> values[] = {
            {"host", "\"10.0.0." + std::to_string(any(200)) + '"'},
            {"port", std::to_string(1 + any(60000))},
            {"replicas", std::to_string(1 + any(5))},
            {"state", any(2) == 0 ? "\"active\"" : "\"standby\""},
            {"capacity", std::to_string(any(1000))}};
        const auto& [key, value] = values[any(std::size(values))];
        const toml::Path path{std::string("node"), node, std::string(key)};
        const toml::Document& document = m_session.document(file);
        const auto edit =
            any(4) == 0 ? toml::unset(file, document, path) : toml::set(file, document, path, value);
        if (edit && !edit->empty()) m_session.submit(*edit, QStringLiteral("form"));
    }

    void text() {
        const std::string before(m_session.snapshot()->text(file));
        std::string after = before;
        const std::size_t line = after.find('\n', any(after.size() + 1));
        const std::size_t at = line == std::string::npos ? 0 : line + 1;
        switch (any(4)) {
        case 0: after.insert(at, "# note " + std::to_string(any(100)) + "\n"); break;
        case 1: after.insert(at, "\n"); break;
        case 2:
            if (nodes() < mostNodes)
                after +=
                    "\n[[node]]\nname = \"typed-" + std::to_string(any(1000)) + "\"\nrole = \"service\"\n";
            break;
        default:
            if (line != std::string::npos) after.insert(line, "   ");
        }
        if (after != before) m_session.submit(difference(file, before, after), QStringLiteral("text"));
    }

    Session& m_session;
    TopologyPage& m_page;
    DiagramGestures m_gestures;
    std::mt19937 m_random{20261121};
    std::vector<std::string> m_placed;
};

}

class RandomEditsTest final : public QObject {
    Q_OBJECT

private slots:
    void diagramFormAndTextAgree() {
        const std::string start =
            "# kept\n[[region]]\nname = \"eu\"\nzones = [\"a\"]\n\n[[node]]\nname = \"one\"\n"
            "role = \"service\"\n\n[[node]]\nname = \"two\"\nrole = \"load-balancer\"\n";
        const FilesOnDisk project(
            {{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n"},
             {"main.bal", "public function main() {\n}\n"},
             {file, start}});
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        TopologyPage page(session);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const DiagramScene& scene = page.diagramScene();
        Chance chance(session, page);
        for (int turn = 0; turn < edits; ++turn) {
            const Diagram before = scene.diagram();
            const std::vector<std::string> placed = chance.edit(turn);
            QVERIFY(session.document(file).valid());
            for (const Box& box : scene.diagram().boxes) {
                const Box* old = before.box(box.id);
                if (!old || !box.isNode() || std::ranges::contains(placed, box.id)) continue;
                // Another of its name may have gone or come before it.
                if (box.id.contains('#') || scene.diagram().box(box.id + "#2") || before.box(box.id + "#2"))
                    continue;
                QVERIFY2(box.place == old->place,
                         qPrintable(QStringLiteral("%1 in turn %2").arg(box.id.c_str()).arg(turn)));
            }
            if (turn % settleEvery == 0) QVERIFY(agree(session, page));
        }
        QVERIFY(session.history().count() > edits / 3);
        while (session.history().canUndo()) session.history().undo();
        QCOMPARE(std::string(session.snapshot()->text(file)), start);
        QVERIFY(agree(session, page));
    }

private:
    /// The analysis, the picture and the table say the same.
    static bool agree(Session& session, TopologyPage& page) {
        if (!settle(session)) return false;
        const Topology& topology = session.analysis()->deployment.topology;
        const DiagramScene& scene = page.diagramScene();
        const QAbstractItemModel* table = page.table().model();
        for (const Node& node : topology.nodes) {
            const Box& box = scene.diagram().boxes[node.number];
            const auto row = static_cast<int>(node.number);
            if (box.title != *node.name || box.role != *node.role || box.region != *node.region ||
                box.zone != *node.zone || box.standby != node.isStandby() || box.copies != *node.replicas ||
                !scene.boxItem(box.id) ||
                table->index(row, 0).data().toString().toUtf8() != QByteArray::fromStdString(box.title))
                return false;
        }
        return scene.diagram().lines.size() == connectionsOf(topology).size();
    }
};

ARABESQUE_TEST(RandomEditsTest)
#include "random_edits_test.moc"
