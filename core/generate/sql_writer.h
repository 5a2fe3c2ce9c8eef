#pragma once

#include "core/generate/text_writer.h"

#include <string>
#include <string_view>

namespace arabesque {

/// The two dialects of SQL that are written.
enum class SqlDialect { PostgreSql, MySql };

/// A name of a user as an identifier: in double quotes, or in backticks for MySQL.
[[nodiscard]] std::string sqlName(SqlDialect dialect, std::string_view name);

/// Text of a user as a string: '…', with the signs doubled that would end it.
[[nodiscard]] std::string sqlText(SqlDialect dialect, std::string_view text);

}
