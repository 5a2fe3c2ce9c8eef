#pragma once

#include "core/text/message.h"

#include <QString>

#include <string>
#include <string_view>

namespace arabesque {

[[nodiscard]] QString toQt(std::string_view utf8);
[[nodiscard]] std::string fromQt(QStringView text);

/// The source text in the window's language.
[[nodiscard]] QString translated(MessageText text);
/// The same with its arguments in place.
[[nodiscard]] QString translated(const Message& message);

}
