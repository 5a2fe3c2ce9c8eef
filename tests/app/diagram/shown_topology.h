#pragma once

#include "app/diagram/diagram_scene.h"
#include "app/diagram/diagram_view.h"
#include "app/diagram/topology_page.h"
#include "app/session/session.h"
#include "tests/app/project_on_disk.h"

#include <memory>
#include <string>

namespace arabesque {

/// Two nodes in two zones of a region.
inline const std::string twoNodes =
    "# Orders\n[[region]]\nname = \"eu\"\nzones = [\"a\", \"b\"]\n\n"
    "[[node]]\nname = \"one\"   # first\nrole = \"service\"\nzone = \"a\"\nposition = [40, 400]\n\n"
    "[[node]]\nname = \"two\"\nrole = \"service\"\nzone = \"b\"\nposition = [400, 400]\n";

/// A page on a project with two nodes, shown.
class ShownTopology {
public:
    explicit ShownTopology(const std::string& deploymentToml = twoNodes)
        : m_project(
              {{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n"},
               {"main.bal", "public function main() {\n}\n"},
               {"Deployment.toml", deploymentToml}}) {
        if (!session.open(m_project.path()) || !settle(session)) qFatal("the project cannot be opened");
        page = std::make_unique<TopologyPage>(session);
        page->resize(1000, 700);
        page->show();
        if (!QTest::qWaitForWindowExposed(page.get())) qFatal("the page is not shown");
        QCoreApplication::processEvents();
        view().setFocus();
    }

    [[nodiscard]] DiagramView& view() const { return page->diagramView(); }
    [[nodiscard]] DiagramScene& scene() const { return page->diagramScene(); }
    [[nodiscard]] std::string text() const {
        return std::string(session.snapshot()->text("Deployment.toml"));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const {
        QTest::keyClick(&view(), key, modifiers);
    }
    [[nodiscard]] QPoint pixel(const std::string& id) const {
        return view().mapFromScene(scene().placeOf(id).center());
    }
    /// Drags with the mouse, as slowly as people do.
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const {
        QWidget* viewport = view().viewport();
        const auto send = [&](QEvent::Type type, QPoint at, Qt::MouseButtons buttons) {
            const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
            QMouseEvent event(type, at, viewport->mapToGlobal(at), button, buttons, modifiers);
            QApplication::sendEvent(viewport, &event);
        };
        send(QEvent::MouseButtonPress, from, Qt::LeftButton);
        send(QEvent::MouseMove, (from + to) / 2, Qt::LeftButton);
        send(QEvent::MouseMove, to, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, to, Qt::NoButton);
    }

    Session session;
    std::unique_ptr<TopologyPage> page;

private:
    FilesOnDisk m_project;
};

}
