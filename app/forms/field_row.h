#pragma once

#include "app/forms/field_editor.h"
#include "app/forms/findings.h"
#include "app/session/session.h"

#include <QFrame>

#include <span>

class QGridLayout;
class QLabel;
class QToolButton;

namespace arabesque {

class FindingList;
class MapEditor;
class WrappedText;

/// One setting of a form: label, editor, state, and what there is to say about the value.
class FieldRow final : public QFrame {
    Q_OBJECT

public:
    /// `field` belongs to a schema that outlives the row.
    FieldRow(Session& session, std::string file, const Field& field, QWidget* parent);

    /// The elements of arrays of tables, outermost first, in which the row edits from now on.
    void setRecord(std::span<const std::size_t> elements);
    [[nodiscard]] const toml::Path& path() const { return m_path; }
    [[nodiscard]] const Field& field() const { return m_field; }
    [[nodiscard]] Selection selection() const { return {m_file, m_path}; }

    /// Shows the current text; in place, so focus and cursor stay.
    void refresh(const Findings& findings);
    void setNarrow(bool narrow);
    void setCurrent(bool current);
    /// Underlines a letter of the label that is in `free` and takes it from there; Alt and it go to the field.
    void takeMnemonic(QString& free);

    [[nodiscard]] QWidget* input() const { return m_shown->input(); }
    [[nodiscard]] bool isSet() const { return m_isSet; }
    [[nodiscard]] FieldEditor* editor() const { return m_shown; }
    void reset();

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void adopt(FieldEditor* editor);
    void choose(const toml::Value* value);
    void makeStatus();
    void place();
    void write(const std::string& tomlValue);
    void showState(const std::vector<Diagnostic>& findings, bool hasDefault, bool isOverridden);
    void showHint(const toml::Value* value, const std::optional<toml::Value>& fallback,
                  const Findings& findings);
    [[nodiscard]] QString hintFor(const toml::Value* shown, const Findings& findings) const;

    Session& m_session;
    std::string m_file;
    const Field& m_field;
    toml::Path m_path;
    QGridLayout* m_grid;
    QLabel* m_label;
    FieldEditor* m_editor;
    FieldEditor* m_raw = nullptr;   ///< for a value the editor has no picture of
    FieldEditor* m_shown;
    QWidget* m_status;   ///< icon and word of the state, and what resets it; as wide in every row
    QLabel* m_stateIcon;
    QLabel* m_state;
    QToolButton* m_reset;
    WrappedText* m_hint;
    FindingList* m_findings;
    MapEditor* m_map;   ///< of a map `m_editor`, else null
    QString m_refusal;
    bool m_isSet = false;
    std::string m_said;   ///< what the row was last told, where that is all it shows
    bool m_isNarrow = false;
    bool m_isCurrent = false;
};

}
