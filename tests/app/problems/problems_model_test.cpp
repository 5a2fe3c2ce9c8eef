#include "app/problems/problems_model.h"

#include "tests/support/test_main.h"

#include <QtTest>

using namespace arabesque;

class ProblemsModelTest final : public QObject {
    Q_OBJECT

private:
    static std::shared_ptr<const Analysis> analysisWith(std::vector<Diagnostic> diagnostics) {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->documents["Cloud.toml"].text = std::make_shared<const std::string>("a = 1\nb = 2\n");
        auto analysis = std::make_shared<Analysis>();
        analysis->snapshot = snapshot;
        analysis->diagnostics = std::move(diagnostics);
        return analysis;
    }
    static void show(ProblemsModel& model, const std::shared_ptr<const Analysis>& analysis) {
        model.show(analysis, DiagnosticList(analysis, &analysis->diagnostics));
    }
    static Diagnostic finding(const char* rule, Severity severity, std::size_t at) {
        return {.rule = rule,
                .severity = severity,
                .place = {"Cloud.toml", {at, at + 1}},
                .message = MESSAGE("test", "Text of it")};
    }

private slots:
    void rowsSayWhatWhereAndHowBad() {
        ProblemsModel model;
        show(model, analysisWith({finding("r", Severity::Warning, 6)}));
        QCOMPARE(model.rowCount(), 1);
        const auto text = [&](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(text(ProblemsModel::SeverityColumn), QStringLiteral("Warning"));
        QCOMPARE(text(ProblemsModel::MessageColumn), QStringLiteral("Text of it"));
        QCOMPARE(text(ProblemsModel::PlaceColumn), QStringLiteral("Cloud.toml:2"));
        QCOMPARE(text(ProblemsModel::RuleColumn), QStringLiteral("r"));
        QVERIFY(!model.index(0, ProblemsModel::FixColumn).data(Qt::AccessibleTextRole).toString().isEmpty());
    }

    void aFindingIsFoundAgainAfterItMoved() {
        ProblemsModel model;
        const Diagnostic wanted = finding("b", Severity::Error, 0);
        show(model, analysisWith({finding("a", Severity::Info, 0), finding("b", Severity::Error, 6)}));
        QCOMPARE(model.rowOf(wanted), 0);
        QCOMPARE(model.count(Severity::Error), 1);
        QCOMPARE(model.rowOf(finding("c", Severity::Error, 0)), -1);
    }

    void errorsComeFirstAndKindsThatAreNotThereAreNotCounted() {
        ProblemsModel model;
        const auto analysis =
            analysisWith({finding("a", Severity::Info, 0), finding("b", Severity::Warning, 0),
                          finding("c", Severity::Error, 6), finding("d", Severity::Error, 8)});
        show(model, analysis);
        QStringList rules;
        for (int row = 0; row < model.rowCount(); ++row)
            rules << model.index(row, ProblemsModel::RuleColumn).data().toString();
        QCOMPARE(rules.join(QLatin1Char(' ')), QStringLiteral("c d b a"));
        QVERIFY(
            !countsText({analysis->diagnostics.front()}, QStringLiteral(", ")).contains(QLatin1Char(',')));
        QCOMPARE(countsText({}, QStringLiteral(", ")), QString());
    }
};

ARABESQUE_TEST(ProblemsModelTest)
#include "problems_model_test.moc"
