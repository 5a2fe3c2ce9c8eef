#pragma once

#include "core/import/imported_file.h"

namespace arabesque {

/// Directives and blocks of a configuration of NGINX, or of a part of one. Fails on braces that do not match and on
/// quotes that do not end.
[[nodiscard]] Result<std::vector<NginxDirective>> readNginx(std::string_view text);

/// The values: those of blocks under their names, "upstream[orders].server[10.0.1.11:9090].max_fails"; of http, stream
/// and events without them.
[[nodiscard]] std::vector<ImportedValue> valuesOfNginx(const std::vector<NginxDirective>& directives);

}
