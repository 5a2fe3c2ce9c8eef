#pragma once

#include "core/diagram/alignment.h"
#include "core/diagram/diagram.h"
#include "core/text/edit.h"
#include "core/text/result.h"
#include "core/toml/path.h"
#include "core/topology/failure.h"

#include <QObject>
#include <QString>

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace arabesque {

class Session;

/// What is done on the diagram, each as one step of the session's history. Parts count by their ids in the diagram that
/// is shown, which is always of the current text.
class DiagramGestures final : public QObject {
    Q_OBJECT

public:
    /// Borrows the session, which outlives it.
    explicit DiagramGestures(Session& session, QObject* parent = nullptr);

    /// The diagram that gestures refer to; borrowed.
    void setDiagram(const Diagram& diagram) { m_diagram = &diagram; }

    /// A node of a role, in the region and zone of a part (a box or a frame), else in none. Returns its id; empty: refused.
    std::string addNode(std::string_view role, const std::string& beside);
    std::string addRegion();
    std::string addZone(const std::string& region);
    /// By hand: where it is dropped decides its region and zone. Steps of one box that follow each other become one.
    void move(const std::string& box, Point place);
    /// Several boxes by one way, as one step. The one that is held decides the region and zone of all.
    void moveGroup(const std::vector<std::size_t>& boxes, const std::string& held, Point place);
    /// Brings them into line, or to equal gaps.
    void alignGroup(const std::vector<std::size_t>& boxes, Alignment how);
    void placeGroup(const std::vector<std::size_t>& boxes, const std::string& region,
                    const std::string& zone);
    void setStates(const std::vector<std::size_t>& boxes, std::string_view state);
    void setRoles(const std::vector<std::size_t>& boxes, std::string_view role);
    /// Nodes and links among these, as one step.
    void removeGroup(const std::vector<std::string>& ids);
    void place(const std::string& box, const std::string& region, const std::string& zone);
    /// False: refused.
    bool rename(const std::string& id, const QString& name);
    /// Why a box cannot be called so, or a setting of its entry have this value; empty: it can.
    [[nodiscard]] QString complaintAboutName(const std::string& id, const QString& name) const;
    [[nodiscard]] static QString complaintAbout(const toml::Path& setting, const QString& text);
    /// Writes a setting; an empty text removes it. False: refused.
    bool setValue(const toml::Path& setting, const QString& text);
    void remove(const std::string& id);
    void connectBoxes(const std::string& from, const std::string& to);
    void toggleState(const std::string& box);
    void setRole(const std::string& box, std::string_view role);
    /// Tries the loss of a part, or takes it back. The text stays as it is.
    void toggleFailure(const std::string& id);
    /// Whether a part can be lost, and whether that is tried just now.
    [[nodiscard]] bool canFail(const std::string& id) const;
    [[nodiscard]] bool hasFailed(const std::string& id) const;
    /// Positions of all nodes as `arranged` has them.
    void arrange(const Diagram& arranged);

signals:
    /// One sentence that says why a gesture was not done.
    void refused(const QString& why);
    void done();

private:
    [[nodiscard]] Result<Edit> renaming(const std::string& id, const std::string& name) const;
    bool submit(const Result<Edit>& edit, const QString& title, const QString& mergeKey = {});
    [[nodiscard]] const Box* node(const std::string& id) const;
    /// Numbers of entries of boxes that are nodes.
    [[nodiscard]] std::vector<std::size_t> entriesOf(const std::vector<std::size_t>& boxes) const;
    /// The region and zone that a node joins where it is dropped; nothing: it stays in its own.
    [[nodiscard]] std::optional<std::pair<std::string, std::string>> joined(const Box& moved,
                                                                            Point place) const;
    [[nodiscard]] std::optional<Failure> failureOf(const std::string& id) const;

    Session& m_session;
    const Diagram* m_diagram = nullptr;
};

}
