#pragma once

#include "app/session/session.h"
#include "core/schema/schema.h"

#include <QString>

#include <string>

namespace arabesque {

[[nodiscard]] QString labelOf(const Field& field);
[[nodiscard]] QString summaryOf(const Field& field);
[[nodiscard]] QString labelOf(const Table& table);
[[nodiscard]] QString summaryOf(const Table& table);

/// What there is to know about a setting, as rich text: what it does, its key, type, limits and defaults, since when it
/// is read and where that is written. `fallback` is the TOML value that takes effect without the key, if there is one.
[[nodiscard]] QString helpText(const Field& field, const std::string& fallback);
/// The same of the innermost setting around what is selected, of the table or of a key that no table knows; empty where
/// there is nothing to tell.
[[nodiscard]] QString helpText(const Session& session, const Selection& selection);

}
