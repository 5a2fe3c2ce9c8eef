#pragma once

#include "app/forms/field_editor.h"

namespace arabesque {

// Makers of the single editors; makeEditor() chooses among them.
[[nodiscard]] FieldEditor* makeNumberEditor(const Field& field, QWidget* parent);
[[nodiscard]] FieldEditor* makeBooleanEditor(const Field& field, QWidget* parent);
[[nodiscard]] FieldEditor* makeIntegerEditor(const Field& field, QWidget* parent);
[[nodiscard]] FieldEditor* makeChoiceEditor(const Field& field, QWidget* parent);
[[nodiscard]] FieldEditor* makeTextEditor(const Field& field, QWidget* parent);
[[nodiscard]] FieldEditor* makeMultiLineEditor(const Field& field, QWidget* parent);
[[nodiscard]] FieldEditor* makeListEditor(const Field& field, QWidget* parent);
[[nodiscard]] FieldEditor* makeTicksEditor(const Field& field, QWidget* parent);

}
