#pragma once

#include "core/text/edit.h"
#include "core/text/message.h"

#include <string>
#include <vector>

namespace arabesque {

enum class Severity { Error, Warning, Info };

/// "error", "warning" or "info".
[[nodiscard]] const char* nameOf(Severity severity);

/// One possible cure of a diagnostic: fixes of one diagnostic are alternatives.
struct Fix {
    Message title;
    Edit edit;
};

/// A statement about a range of a file, with its cures.
struct Diagnostic {
    std::string rule;   ///< our stable kebab-case id
    std::string code;   ///< the original tool's code, such as TVE0001; empty where there is none
    Severity severity = Severity::Warning;
    Place place;
    Message message;
    std::vector<Fix> fixes;
};

/// Order of every list: by file, then range, severity, rule, code and words; equal diagnostics at one place are kept once.
void sortAndUnify(std::vector<Diagnostic>& diagnostics);

}
