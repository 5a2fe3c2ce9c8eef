#include "app/cli/output.h"
#include "app/cli/report.h"

namespace arabesque::cli {
namespace {

/// Text for an XML attribute or element; what XML 1.0 cannot hold is escaped as for a terminal.
std::string escaped(std::string_view text) {
    std::string xml;
    for (const char character : printable(text)) {
        switch (character) {
        case '&': xml += "&amp;"; break;
        case '<': xml += "&lt;"; break;
        case '>': xml += "&gt;"; break;
        case '"': xml += "&quot;"; break;
        default: xml += character;
        }
    }
    return xml;
}

}

/// One case a finding; those of severity error fail, warnings and notes are told but pass.
std::string junitReport(const Analysis& analysis) {
    Positions positions(*analysis.snapshot);
    std::string cases;
    std::size_t failures = 0;
    for (const Diagnostic& diagnostic : analysis.diagnostics) {
        const Position at = positions.at(diagnostic.place.file, diagnostic.place.range.begin);
        const std::string place =
            diagnostic.place.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
        const std::string message = escaped(diagnostic.message.english());
        const bool error = diagnostic.severity == Severity::Error;
        failures += error ? 1 : 0;
        cases +=
            "  <testcase classname=\"" + escaped(diagnostic.rule) + "\" name=\"" + escaped(place) + "\">";
        cases +=
            error ? "<failure message=\"" + message + "\"/>" : "<system-out>" + message + "</system-out>";
        cases += "</testcase>\n";
    }
    std::size_t tests = analysis.diagnostics.size();
    if (tests == 0) {
        tests = 1;
        cases = "  <testcase classname=\"arabesque\" name=\"no problems\"/>\n";
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n <testsuite name=\"" +
           escaped(analysis.snapshot->name) + "\" tests=\"" + std::to_string(tests) + "\" failures=\"" +
           std::to_string(failures) + "\">\n" + cases + " </testsuite>\n</testsuites>\n";
}

}
