#include "core/generate/sql_writer.h"

namespace arabesque {

std::string sqlName(SqlDialect dialect, std::string_view name) {
    const char quote = dialect == SqlDialect::MySql ? '`' : '"';
    std::string quoted(1, quote);
    for (const char c : name) {
        if (c == '\0') continue;
        quoted.append(c == quote ? 2 : 1, c);
    }
    return quoted + quote;
}

std::string sqlText(SqlDialect dialect, std::string_view text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\0') continue;
        // PostgreSQL takes a backslash for itself, as its standard_conforming_strings says
        const bool doubled = c == '\'' || (c == '\\' && dialect == SqlDialect::MySql);
        quoted.append(doubled ? 2 : 1, c);
    }
    return quoted + '\'';
}

}
