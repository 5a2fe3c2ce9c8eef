#include "core/text/diagnostic.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

Diagnostic at(std::string file, std::size_t begin, std::size_t end, std::string rule = "rule",
              std::string text = "text") {
    return {.rule = std::move(rule),
            .code = {},
            .place = {std::move(file), {begin, end}},
            .message = {MESSAGE("test", "%1"), text},
            .fixes = {}};
}

/// One line: place, severity, rule and message of each.
std::string sorted(std::vector<Diagnostic> diagnostics) {
    sortAndUnify(diagnostics);
    std::string text;
    for (const Diagnostic& d : diagnostics)
        text += d.place.file + std::to_string(d.place.range.begin) + '-' + std::to_string(d.place.range.end) +
                ' ' + nameOf(d.severity) + ' ' + d.rule + ' ' + d.message.english() + '\n';
    return text;
}

}

class DiagnosticTest : public QObject {
    Q_OBJECT

private slots:
    void theListGoesByFileThenRangeThenRule() {
        QCOMPARE(sorted({at("b", 0, 1), at("a", 5, 6), at("a", 1, 9), at("a", 1, 2, "z-rule"),
                         at("a", 1, 2, "a-rule")}),
                 "a1-2 warning a-rule text\na1-2 warning z-rule text\na1-9 warning rule text\n"
                 "a5-6 warning rule text\nb0-1 warning rule text\n");
    }
    void atOnePlaceTheWorstComesFirst() {
        Diagnostic error = at("a", 0, 1, "z-rule");
        error.severity = Severity::Error;
        Diagnostic hint = at("a", 0, 1, "a-rule");
        hint.severity = Severity::Info;
        QCOMPARE(sorted({hint, error}), "a0-1 error z-rule text\na0-1 info a-rule text\n");
    }
    void equalOnesAreKeptOnce() {
        QCOMPARE(sorted({at("a", 0, 1), at("b", 0, 1), at("a", 0, 1)}),
                 "a0-1 warning rule text\nb0-1 warning rule text\n");
    }
    void otherWordsAreAnotherDiagnostic() {
        QCOMPARE(sorted({at("a", 0, 1, "rule", "one"), at("a", 0, 1, "rule", "two")}),
                 "a0-1 warning rule one\na0-1 warning rule two\n");
    }
    void equalOnesNeedNotStandSideBySide() {
        QCOMPARE(sorted({at("a", 0, 1, "rule", "one"), at("a", 0, 1, "rule", "two"),
                         at("a", 0, 1, "rule", "one")}),
                 "a0-1 warning rule one\na0-1 warning rule two\n");
    }
};

ARABESQUE_TEST(DiagnosticTest)
#include "diagnostic_test.moc"
