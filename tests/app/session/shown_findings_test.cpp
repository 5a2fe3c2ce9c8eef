#include "app/session/shown_findings.h"

#include "core/analysis/analysis.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

#include <map>

using namespace arabesque;
using namespace std::chrono_literals;

namespace {

using Time = ShownFindings::Time;

Diagnostic finding(const char* rule, ByteRange range, const char* file = "Cloud.toml") {
    return {.rule = rule, .place = {file, range}, .message = MESSAGE("test", "Text of it")};
}

DiagnosticList list(std::vector<Diagnostic> findings) {
    return std::make_shared<const std::vector<Diagnostic>>(std::move(findings));
}

/// "a b": rules of what is shown.
std::string shown(const ShownFindings& findings) {
    std::string text;
    for (const Diagnostic& each : *findings.list()) text += (text.empty() ? "" : " ") + each.rule;
    return text;
}

Edit inserted(std::size_t at, std::string text, std::string file = "Cloud.toml") {
    return {{{std::move(file), {at, at}, std::move(text)}}};
}

/// How often a rule is broken in a file.
std::map<std::string, int> wordsOf(const std::vector<Diagnostic>& findings) {
    std::map<std::string, int> words;
    for (const Diagnostic& each : findings) ++words[each.place.file + ' ' + each.rule];
    return words;
}

/// Lists, one for each keystroke, and what came up in one and went in a later one.
class Watch {
public:
    void see(const std::vector<Diagnostic>& findings) {
        const auto now = wordsOf(findings);
        for (const auto& [words, count] : m_before)
            if (m_cameUp.contains(words) && (!now.contains(words) || now.at(words) < count))
                m_flickered << QString::fromStdString(words);
        if (m_hasSeen)
            for (const auto& [words, count] : now)
                if (!m_before.contains(words) || m_before.at(words) < count) m_cameUp.insert(words);
        m_before = now;
        m_hasSeen = true;
    }
    [[nodiscard]] const QStringList& flickered() const { return m_flickered; }

private:
    std::map<std::string, int> m_before;
    std::set<std::string> m_cameUp;
    QStringList m_flickered;
    bool m_hasSeen = false;
};

}

class ShownFindingsTest final : public QObject {
    Q_OBJECT

private slots:
    void whatIsFoundWhileNobodyTypesIsShownAtOnce() {
        ShownFindings findings;
        findings.analyzed(list({finding("a", {0, 1})}), Time(1s));
        QCOMPARE(shown(findings), "a");
        QVERIFY(!findings.holdsBack());
    }
    void whatComesUpWhileTypingWaitsForAPause() {
        ShownFindings findings;
        findings.typed(inserted(0, "m"), Time(1s));
        findings.analyzed(list({finding("a", {0, 1})}), Time(1s + 80ms));
        QCOMPARE(shown(findings), "");
        QVERIFY(findings.holdsBack());
        QVERIFY(!findings.release(Time(1s + 349ms)));
        QVERIFY(findings.release(Time(1s + 350ms)));
        QCOMPARE(shown(findings), "a");
        QVERIFY(!findings.holdsBack());
        QVERIFY(!findings.release(Time(2s)));   // nothing more waits
    }
    void aLateAnalysisIsShownAtOnce() {
        ShownFindings findings;
        findings.typed(inserted(0, "m"), Time(1s));
        findings.analyzed(list({finding("a", {0, 1})}), Time(1s + 400ms));
        QCOMPARE(shown(findings), "a");
    }
    void everyKeystrokeBeginsThePauseAnew() {
        ShownFindings findings;
        findings.typed(inserted(0, "m"), Time(1s));
        findings.analyzed(list({finding("a", {0, 1})}), Time(1s + 80ms));
        findings.typed(inserted(1, "i"), Time(1s + 300ms));
        findings.analyzed(list({finding("a", {0, 2})}), Time(1s + 380ms));
        QCOMPARE(shown(findings), "");
        QVERIFY(findings.release(Time(1s + 650ms)));
    }
    void whatIsMendedGoesAtOnce() {
        ShownFindings findings;
        findings.analyzed(list({finding("a", {0, 1}), finding("b", {5, 6})}), Time(1s));
        findings.typed(inserted(6, "x"), Time(2s));
        findings.analyzed(list({finding("a", {0, 1})}), Time(2s + 80ms));
        QCOMPARE(shown(findings), "a");
    }
    void whatWasThereStaysAndMovesWithTheText() {
        ShownFindings findings;
        findings.analyzed(list({finding("a", {10, 12})}), Time(1s));
        findings.typed(inserted(0, "xyz"), Time(2s));
        findings.typed(inserted(15, "7"), Time(2s + 10ms));   // behind its last byte: a longer value
        findings.analyzed(list({finding("a", {0, 3}), finding("a", {13, 16})}), Time(2s + 80ms));
        QCOMPARE(findings.list()->size(), 1u);
        QCOMPARE(findings.list()->front().place.range, (ByteRange{13, 16}));
    }
    void whatIsTypedElsewhereMovesNothing() {
        ShownFindings findings;
        findings.analyzed(list({finding("a", {10, 12})}), Time(1s));
        findings.typed(inserted(0, "xyz", "Config.toml"), Time(2s));
        findings.analyzed(list({finding("a", {10, 12}), finding("a", {0, 3}, "Config.toml")}),
                          Time(2s + 80ms));
        QCOMPARE(findings.list()->size(), 1u);
    }
    void aFixOrAStepBackShowsWhatFollowsAtOnce() {
        ShownFindings findings;
        findings.typed(inserted(0, "m"), Time(1s));
        findings.changed(inserted(0, "n"));
        findings.analyzed(list({finding("a", {0, 1})}), Time(1s + 80ms));
        QCOMPARE(shown(findings), "a");
    }
    void leavingTheFieldEndsTheWait() {
        ShownFindings findings;
        findings.typed(inserted(0, "m"), Time(1s));
        findings.analyzed(list({finding("a", {0, 1})}), Time(1s + 80ms));
        findings.leave();
        QVERIFY(findings.release(Time(1s + 90ms)));
        QCOMPARE(shown(findings), "a");
    }

    void nothingFlickersWhileAValueIsTyped_data() {
        QTest::addColumn<std::string>("file");
        QTest::addColumn<std::string>("text");   // typed at the '|'
        QTest::addColumn<std::string>("typed");
        const auto add = [](const char* name, std::string file, std::string text, std::string typed) {
            QTest::newRow(name) << std::move(file) << std::move(text) << std::move(typed);
        };
        const std::string cloud = "[container.image]\nname = \"orders\"\n\n[cloud.deployment]\n";
        add("a number", "Cloud.toml", cloud + "[cloud.deployment.autoscaling]\nmax_replicas = 20\n|\n",
            "min_replicas = 12");
        add("a quantity", "Cloud.toml", cloud + "min_memory = \"100Mi\"\nmax_memory = \"|\"\n", "512Mi");
        add("a key with a quantity", "Cloud.toml", cloud + "|\n", "max_cpu = \"500m\"");
        add("a table", "Cloud.toml", cloud + "|\n", "[settings]\nthinJar = false\n");
        add("an entry", "Cloud.toml", cloud + "|\n",
            "[[cloud.config.envs]]\nname = \"A\"\nkey_ref = \"a\"\nconfig_name = \"c\"\n");
        add("a port", "Cloud.toml",
            cloud + "[cloud.deployment.probes.liveness]\nport = |\npath = \"/live\"\n", "9090");
        add("a configurable's value", "Config.toml", "dbHost = \"h\"\ndbPort = |\n", "5432");
        add("a configurable", "Config.toml", "dbPort = 1\n|\n", "dbHost = \"db.example.com\"");
        add("a build option", "Ballerina.toml",
            "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n\n[build-options]\n|\n",
            "cloud = \"k8s\"");
        add("a version", "Ballerina.toml",
            "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"|\"\n\n[build-options]\ncloud = "
            "\"k8s\"\n",
            "12.0.1");
        add("a profile", "Deployment.toml", "|\n", "[profile]\nc2c = \"3.2.0\"\n");
        add("an environment", "Deployment.toml", "|\n", "[[environment]]\nname = \"staging\"\n");
        add("a source's configurable", "main.bal",
            "configurable int dbPort = 1;\nconfigurable string dbHost = ?;\n|\n",
            "configurable int limit = 10;\n");
    }
    void nothingFlickersWhileAValueIsTyped() {
        QFETCH(std::string, file);
        QFETCH(std::string, text);
        QFETCH(std::string, typed);
        std::size_t at = text.find('|');
        text.erase(at, 1);
        std::shared_ptr<const Snapshot> snapshot = projectWith(file, text);
        ShownFindings findings;
        Watch watch, withoutWaiting;
        Time now(1s);
        const auto look = [&] {
            auto analysis = std::make_shared<const Analysis>(analyze(snapshot));
            findings.analyzed({analysis, &analysis->diagnostics}, now + 80ms);
            watch.see(*findings.list());
            withoutWaiting.see(analysis->diagnostics);
        };
        look();
        now += 10s;
        for (const char key : typed) {
            const Edit edit = inserted(at++, {key}, file);
            snapshot = arabesque::apply(*snapshot, edit).snapshot;
            findings.typed(edit, now);
            look();
            now += 100ms;
        }
        (void)findings.release(now + 300ms);
        watch.see(*findings.list());
        QCOMPARE(watch.flickered(), QStringList());
        QCOMPARE(findings.list()->size(), analyze(snapshot).diagnostics.size());
        m_prevented += withoutWaiting.flickered().size();
    }
    void itWouldFlickerWithoutWaiting() {
        QVERIFY2(m_prevented >= 10, qPrintable(QString::number(m_prevented)));
    }

    void theSessionWaitsToo() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        const std::size_t before = session.findings()->size();
        const QSignalSpy analyzed(&session, &Session::analyzed);
        const QSignalSpy changed(&session, &Session::findingsChanged);
        session.submitTyped(inserted(0, "nonsense\n"), QStringLiteral("typing"), {});
        QVERIFY(QTest::qWaitFor([&] { return analyzed.count() == 1; }, 5000));
        QVERIFY(session.analysis()->diagnostics.size() > before);
        QCOMPARE(session.findings()->size(), before);
        QVERIFY(!session.isSettled());
        QVERIFY(settle(session));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(session.findings()->size(), session.analysis()->diagnostics.size());
    }
    void aPauseInTypingIsToldOnceAlsoWhereNothingIsWrong() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        const QSignalSpy paused(&session, &Session::typingPaused);
        session.submit(inserted(0, "# fixed\n"), QStringLiteral("fix"));
        QVERIFY(!session.isTyping());
        session.submitTyped(inserted(0, "# typed\n"), QStringLiteral("typing"), {});
        session.submitTyped(inserted(0, "# typed\n"), QStringLiteral("typing"), {});
        QVERIFY(session.isTyping());
        QVERIFY(QTest::qWaitFor([&] { return !session.isTyping(); }));
        session.endTyping();   // nobody types any more
        QCOMPARE(paused.count(), 1);
        session.submitTyped(inserted(0, "# typed\n"), QStringLiteral("typing"), {});
        session.endTyping();
        QCOMPARE(paused.count(), 2);
        QTest::qWait(400);
        QCOMPARE(paused.count(), 2);
    }
    void whoLeavesTheFieldSeesItsFindings() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        const QSignalSpy analyzed(&session, &Session::analyzed);
        session.submitTyped(inserted(0, "nonsense\n"), QStringLiteral("typing"), {});
        QVERIFY(QTest::qWaitFor([&] { return analyzed.count() == 1; }, 5000));
        session.endTyping();
        QVERIFY(session.isSettled());
        QCOMPARE(session.findings()->size(), session.analysis()->diagnostics.size());
    }

private:
    static std::shared_ptr<const Snapshot> projectWith(const std::string& file, const std::string& text) {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->name = "orders";
        std::map<std::string, std::string> files{
            {"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = "
                               "\"1.0.0\"\n\n[build-options]\ncloud = \"k8s\"\n"},
            {"Config.toml", "dbPort = 5432\ndbHost = \"h\"\n"},
            {"main.bal",
             "import ballerina/http;\nconfigurable int dbPort = 1;\nconfigurable string dbHost = ?;\n"
             "service /orders on new http:Listener(9090) {\n    resource function get live() returns string "
             "=> \"\";\n}\n"}};
        files[file] = text;
        for (const auto& [name, content] : files)
            snapshot->documents[name].text = std::make_shared<const std::string>(content);
        return snapshot;
    }

    qsizetype m_prevented = 0;
};

ARABESQUE_TEST(ShownFindingsTest)
#include "shown_findings_test.moc"
