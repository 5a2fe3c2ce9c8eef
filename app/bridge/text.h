#pragma once

#include "core/text/message.h"

#include <QByteArray>
#include <QString>

#include <string>
#include <string_view>

namespace arabesque {

[[nodiscard]] QString toQt(std::string_view utf8);
[[nodiscard]] std::string fromQt(QStringView text);

/// The bytes as they are, for streams and checksums.
[[nodiscard]] QByteArray toBytes(const std::string& text);
[[nodiscard]] std::string fromBytes(const QByteArray& bytes);

/// The source text in the window's language.
[[nodiscard]] QString translated(MessageText text);
/// The same with its arguments in place.
[[nodiscard]] QString translated(const Message& message);

}
