#pragma once

#include "core/schema/schema.h"
#include "core/toml/rewrite.h"
#include "core/toml/syntax_tree.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <string>

namespace arabesque {

/// Edits one value. It speaks TOML values only: what is shown comes in as one, what the user does goes out as one.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// False for a value this editor has no picture of; the row then offers it as raw text.
    [[nodiscard]] virtual bool canShow(const toml::Value& value) const = 0;
    /// `value` null: not set, and `fallback` takes effect, which may be null too. Never moves a cursor in text that
    /// already says the same.
    virtual void show(const toml::Value* value, const toml::Value* fallback) = 0;
    /// What takes the focus, carries the accessible name and the state.
    [[nodiscard]] virtual QWidget* input() const = 0;

signals:
    void edited(const std::string& tomlValue);
    /// What stands in the editor is no value and was not written; empty when that is over.
    void refused(const QString& reason);
    /// Something to know about what was just done; nothing is refused.
    void noted(const QString& note);
};

/// The editor for a field's type and meaning. There is one for every field.
[[nodiscard]] FieldEditor* makeEditor(const Field& field, QWidget* parent);
/// The value as it is written, for anything.
[[nodiscard]] FieldEditor* makeRawEditor(QWidget* parent);

/// `text` as one TOML value; nothing where it is none.
[[nodiscard]] std::optional<toml::Value> readValue(std::string_view text);
/// A value as people read it: strings without quotes.
[[nodiscard]] QString plainText(const toml::Value& value);
/// Sets the look of a field: "", "default", "error" or "warning".
void setFieldState(QWidget* input, const char* state);

}
