#pragma once

#include "core/ballerina/cursor.h"

#include <optional>
#include <string>

namespace arabesque::ballerina {

/// Moves behind doc comments and annotations.
void skipMetadata(Cursor& cursor);

/// The doc comment, its lines joined by blanks; without the part about parameters and fields.
[[nodiscard]] std::string documentation(const SourceCode& code, TokenRange metadata);

struct ParameterDocumentation {
    std::string name;
    std::string text;
};

/// What a doc comment says about parameters and fields: its lines `# + name - text`.
[[nodiscard]] std::vector<ParameterDocumentation> parameterDocumentation(const SourceCode& code,
                                                                         TokenRange metadata);

struct Annotation {
    TokenRange tokens;
    TokenRange name;    ///< behind the at sign: "cloud:Task"
    TokenRange value;   ///< inside its braces; empty without any
};

/// Every annotation, as written.
[[nodiscard]] std::vector<Annotation> annotationsOf(const SourceCode& code, TokenRange metadata);

/// The annotation written as `name`, such as "display" or "cloud:Task".
[[nodiscard]] std::optional<Annotation> findAnnotation(const SourceCode& code, TokenRange metadata,
                                                       std::string_view name);

/// The value of `name: value` in what a mapping's braces enclose; nothing for quoted names.
[[nodiscard]] std::optional<TokenRange> findMember(const SourceCode& code, TokenRange mapping,
                                                   std::string_view name);

}
