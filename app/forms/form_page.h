#pragma once

#include "app/forms/findings.h"
#include "app/forms/form_section.h"
#include "app/session/session.h"

#include <QWidget>

#include <memory>
#include <string>
#include <vector>

class QFrame;
class QLabel;
class QLineEdit;
class QScrollArea;
class QStackedLayout;
class QToolButton;
class QVBoxLayout;

namespace arabesque {

class FieldRow;
class UnknownSection;
class WrappedText;

/// The form of one document, built from its schema alone.
class FormPage final : public QWidget {
    Q_OBJECT

public:
    FormPage(Session& session, std::string file, QWidget* parent = nullptr);
    ~FormPage() override;

    [[nodiscard]] const std::string& file() const { return m_file; }
    /// Those that are made: all of a short form, of a long one those around what is in sight.
    [[nodiscard]] std::vector<FieldRow*> rows() const;
    void setFilter(const RowFilter& filter);
    /// Scrolls to a setting or table; with `focus` its field takes the cursor.
    void reveal(const toml::Path& path, bool focus);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void buildSections();
    [[nodiscard]] QWidget* makeEmptyState();
    [[nodiscard]] QWidget* makeBar();
    void onEdited(const Edit& edit);
    void refresh();
    /// Somebody types, and not here.
    [[nodiscard]] bool isTypedBeside() const;
    void applyFilter();
    void showFiltered();
    void showNotParsed(const toml::Document& document);
    void setNarrow(bool narrow);
    void followFocus(QWidget* now);
    void showCurrent();
    /// Scrolls to what other views have come to.
    void follow();
    void stayThere();
    void create();
    /// Makes the rows that are in sight, or soon will be.
    void fillInSight();
    /// Gives rows back where, with the runs that are in sight, too many have theirs.
    void emptyLongUnseen(std::size_t inSight);

    Session& m_session;
    std::string m_file;
    std::shared_ptr<const Schema> m_schema;   ///< rows refer to it
    Findings m_findings;
    RowFilter m_filter;
    std::vector<FormSectionBox*> m_sections;
    std::vector<RowBlock*> m_filled;   ///< of a long form, longest out of sight first
    UnknownSection* m_unknown = nullptr;
    QStackedLayout* m_stack;
    QScrollArea* m_scroll;
    QWidget* m_body = nullptr;
    QVBoxLayout* m_bodyLayout = nullptr;
    QFrame* m_notParsed;
    WrappedText* m_notParsedText;
    bool m_isSeen = false;   ///< the rows, since they are built
    QLabel* m_nothingFound = nullptr;
    QLabel* m_emptyText = nullptr;
    std::vector<QToolButton*> m_toggles;
    FieldRow* m_current = nullptr;
    Selection m_followed;        ///< since the page is in sight
    bool m_staysThere = false;   ///< at what was followed to, until somebody scrolls or types
    QString m_letters;           ///< for mnemonics, still free
    bool m_isFilling = false;
    bool m_isStale = true;
};

}
