#include "core/analysis/analysis.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace arabesque;

namespace {

constexpr const char* project = "tests/golden/clusters/two_environments/project";

/// A project with one text in place of another in all its documents.
Analysis changed(const std::string& from, const std::string& to) {
    const auto before = tests::project(project);
    auto snapshot = std::make_shared<Snapshot>(*before);
    for (auto& [file, document] : snapshot->documents) {
        if (!document.exists()) continue;
        std::string text = *document.text;
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
        document.text = std::make_shared<const std::string>(text);
    }
    return analyze(snapshot);
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + part.size()))
        ++found;
    return found;
}

/// How often a text stands in each file; files without it are left out.
std::map<std::string, std::size_t> places(const Analysis& analysis, std::string_view part) {
    std::map<std::string, std::size_t> found;
    for (const Artifact& artifact : analysis.artifacts)
        if (const std::size_t times = count(artifact.text, part); times > 0) found[artifact.path] = times;
    return found;
}

}

/// What is written once is the same everywhere: overlays, charts and applications follow.
class ClusterConsistencyTest : public QObject {
    Q_OBJECT

private slots:
    void aValueChangesEverywhereAtOnce_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("files");
        QTest::newRow("port") << QByteArray("9090") << QByteArray("9191") << 8;
        QTest::newRow("host") << QByteArray("orders.example.com") << QByteArray("shop.example.org") << 2;
        QTest::newRow("memory") << QByteArray("1Gi") << QByteArray("3Gi") << 2;
        QTest::newRow("namespace") << QByteArray("retail-staging") << QByteArray("retail-trial") << 4;
        QTest::newRow("registry") << QByteArray("registry.example.com/retail")
                                  << QByteArray("hub.example.org/x") << 4;
        QTest::newRow("store") << QByteArray("vault") << QByteArray("keeper") << 3;
        QTest::newRow("repository") << QByteArray("git.example.com/retail/deploy")
                                    << QByteArray("git.example.org/d") << 3;
    }
    void aValueChangesEverywhereAtOnce() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(int, files);
        const Analysis before = tests::analyzed(project);
        const Analysis after = changed(from.toStdString(), to.toStdString());
        const auto old = places(before, from.toStdString());
        QVERIFY2(static_cast<int>(old.size()) >= files, std::to_string(old.size()).c_str());
        QVERIFY(places(before, to.toStdString()).empty());
        QVERIFY(places(after, from.toStdString()).empty());
        QVERIFY(places(after, to.toStdString()) == old);
    }
};

ARABESQUE_TEST(ClusterConsistencyTest)

#include "cluster_consistency_test.moc"
