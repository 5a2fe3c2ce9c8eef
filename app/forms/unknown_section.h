#pragma once

#include "app/forms/findings.h"
#include "app/forms/section_box.h"
#include "app/session/session.h"

#include <map>

namespace arabesque {

class UnknownRow;

/// Keys the schema does not name, as raw values: never dropped, editable.
class UnknownSection final : public SectionBox {
    Q_OBJECT

public:
    UnknownSection(Session& session, std::string file, QWidget* parent);

    void refresh(const Findings& findings);
    [[nodiscard]] bool hasKeys() const { return !m_rows.empty(); }
    /// The row of an unknown key or of what stands inside it; null where there is none.
    [[nodiscard]] QWidget* rowFor(const toml::Path& path) const;
    [[nodiscard]] QWidget* inputFor(const toml::Path& path) const;
    /// The key whose row `widget` is a part of; empty for others.
    [[nodiscard]] toml::Path pathOf(const QWidget* widget) const;

private:
    [[nodiscard]] UnknownRow* find(const toml::Path& path) const;
    [[nodiscard]] UnknownRow* makeRow();

    Session& m_session;
    std::string m_file;
    std::map<std::string, UnknownRow*> m_rows;
};

}
