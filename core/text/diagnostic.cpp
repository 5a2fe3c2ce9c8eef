#include "core/text/diagnostic.h"

#include <algorithm>
#include <tuple>

namespace arabesque {

const char* nameOf(Severity severity) {
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Info: return "info";
    }
    return "";
}

void sortAndUnify(std::vector<Diagnostic>& diagnostics) {
    const auto key = [](const Diagnostic& d) {
        return std::tie(d.place.file, d.place.range.begin, d.place.range.end, d.severity, d.rule, d.code);
    };
    std::ranges::stable_sort(diagnostics, [&](const Diagnostic& a, const Diagnostic& b) {
        if (const auto order = key(a) <=> key(b); order != 0) return order < 0;
        return a.message.english() < b.message.english();
    });
    const auto repeats = std::ranges::unique(diagnostics, [&](const Diagnostic& a, const Diagnostic& b) {
        return key(a) == key(b) && a.message.english() == b.message.english();
    });
    diagnostics.erase(repeats.begin(), repeats.end());
}

}
