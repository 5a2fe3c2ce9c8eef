#pragma once

#include "app/forms/field_editor.h"
#include "app/session/session.h"

#include <vector>

class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace arabesque {

/// The entries of a map, a key and a value each. Edits single entries, so that comments between them stay; knows
/// where the map is written for that.
class MapEditor final : public FieldEditor {
    Q_OBJECT

public:
    /// `field` is the map's; its values have the type in "map<…>".
    MapEditor(Session& session, std::string file, const Field& field, QWidget* parent);

    /// `node` is the table of the entries, null where there are none.
    void showEntries(const toml::Path& path, const toml::Node* node);

    bool canShow(const toml::Value& value) const override { return value.kind == toml::Kind::InlineTable; }
    void show(const toml::Value*, const toml::Value*) override {}   // entries come by showEntries()
    QWidget* input() const override;

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QLineEdit* keyField(int row) const { return m_rows[static_cast<std::size_t>(row)].key; }
    [[nodiscard]] FieldEditor* valueEditor(int row) const;
    void addEntry();
    void removeEntry(int row);

private:
    struct Row {
        QWidget* widget;
        QLineEdit* key;
        FieldEditor* typed;
        FieldEditor* raw;   ///< for a value that `typed` has no picture of
        std::string name;   ///< the key as it is written now
    };
    void addRow();
    void showRow(Row& row, const toml::Member& member);
    void rename(int row);
    void write(int row, const std::string& value);
    [[nodiscard]] toml::Path pathOf(const std::string& key) const;
    void submit(Result<Edit> edit, const QString& title, const QString& mergeKey = {});

    Session& m_session;
    std::string m_file;
    QString m_label;
    Field m_element;   ///< what a value is
    toml::Path m_path;
    QVBoxLayout* m_list;
    QToolButton* m_add;
    std::vector<Row> m_rows;
};

/// True for a field whose values are a map with keys of the user's own.
[[nodiscard]] bool isMap(const Field& field);

}
