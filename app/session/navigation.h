#pragma once

#include "core/model/origin.h"
#include "core/text/line_index.h"
#include "core/text/range.h"
#include "core/toml/path.h"

#include <QObject>

#include <string>

namespace arabesque {

/// A setting of a document; an empty path is the document as a whole.
struct Selection {
    std::string document;
    toml::Path path;

    friend bool operator==(const Selection&, const Selection&) = default;
};

/// True for the setting itself and everything inside it.
[[nodiscard]] bool covers(const Selection& selection, const Origin& origin);

/// Where the user is. Views are blind to each other and agree through this.
class Navigation final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// A document's path, or the id of a page that shows no document.
    [[nodiscard]] const std::string& page() const { return m_page; }
    [[nodiscard]] const Selection& selection() const { return m_selection; }
    [[nodiscard]] bool isTyped() const { return m_isTyped; }   ///< of selection(), see select()
    [[nodiscard]] const std::string& artifact() const { return m_artifact; }

    void openPage(const std::string& page);
    /// Other views follow; nobody takes the focus. With `isTyped` what is typed brought it along: half a key is a key of
    /// no table, so views that scroll keep still.
    void select(const Selection& selection, bool isTyped = false);
    void selectArtifact(const std::string& path);

    /// Opens the document and puts the cursor there.
    void goTo(const Place& place);
    /// Opens the document's form at the setting.
    void goToSetting(const Selection& selection);
    /// Opens the document's text at the setting.
    void goToSource(const Selection& selection);

    /// Lists what is wrong with an entry of a document.
    void showFindings(const Selection& entry) { emit findingsWanted(entry); }

    /// Where the text cursor stands in the page's document.
    [[nodiscard]] const Position& cursor() const { return m_cursor; }
    void setCursor(const Position& cursor);

    /// Forgets everything: another project is open.
    void reset(const std::string& page);

signals:
    void pageChanged();
    void selectionChanged();
    void artifactChanged();
    void cursorChanged();
    void placeWanted(const arabesque::Place& place);
    void settingWanted(const arabesque::Selection& selection);
    void sourceWanted(const arabesque::Selection& selection);
    void findingsWanted(const arabesque::Selection& entry);

private:
    std::string m_page;
    std::string m_artifact;
    Selection m_selection;
    bool m_isTyped = false;
    Position m_cursor;
};

}
