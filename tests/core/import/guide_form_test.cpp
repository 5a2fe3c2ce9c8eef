#include "core/import/guide_form.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

ImportResult resultOf(const GuideForm& form, const char* text) {
    const auto file = readImported(form.file, text);
    if (!file) qFatal("%s: %s", form.id, file.error().message.english().c_str());
    ImportResult result{.file = form.file};
    result.findings = guideFormsIn(*file);
    return result;
}

const ImportFinding* findingOf(const ImportResult& result, const char* id) {
    const auto found = std::ranges::find(result.findings, std::string(id), &ImportFinding::form);
    return found == result.findings.end() ? nullptr : &*found;
}

}

/// Every form is found in its wrong example; the cure makes the right one, in which it is not found.
class GuideFormTest : public QObject {
    Q_OBJECT

private slots:
    void examples_data() {
        QTest::addColumn<int>("number");
        for (std::size_t i = 0; i < allGuideForms().size(); ++i)
            QTest::newRow(allGuideForms()[i]->id) << static_cast<int>(i);
    }

    void examples() {
        QFETCH(const int, number);
        const GuideForm& form = *allGuideForms()[static_cast<std::size_t>(number)];
        const ImportResult wrong = resultOf(form, form.wrong);
        const ImportFinding* finding = findingOf(wrong, form.id);
        QVERIFY(finding != nullptr);
        QVERIFY(finding->line > 0);
        QVERIFY(!finding->message.english().empty() && !finding->right.english().empty());
        QVERIFY2(findingOf(resultOf(form, form.right), form.id) == nullptr, "found in the right example");
        Edit all;
        for (const ImportFinding& each : wrong.findings)
            if (each.form == form.id) all = combined(std::move(all), each.edit);
        if (all.empty()) return;
        QCOMPARE(QString::fromStdString(applied(form.wrong, form.file, all)), QString::fromUtf8(form.right));
    }

    /// As a public guide prints it: six mistakes in one short file, all of them mended.
    void theGatewayOfAGuide() {
        const std::string text =
            "[server]\nhostname = \"gw.example.com\"\nserver_role = \"gateway-worker\"\n"
            "[apim.gateway.environment]\nname = \"Production\"\ntype = \"production\"\n"
            "# Point to control plane\n[apim.key_manager]\n"
            "service_url = \"https://cp.example.com:9443/services/\"\n[apim.throttling]\n"
            "service_url = \"wss://cp.example.com:9443/\"\n";
        const auto file = readImported("deployment.toml", text);
        QVERIFY(file.has_value());
        const ImportResult result{.file = "deployment.toml", .findings = guideFormsIn(*file)};
        for (const char* form :
             {"gateway-environment-shape", "throttling-url-scheme", "throttle-decisions-missing",
              "throttle-url-group-missing", "event-hub-missing", "key-manager-credentials"})
            QVERIFY2(findingOf(result, form) != nullptr, form);
        const auto mended = readImported("deployment.toml", withRightForms(result, text));
        QVERIFY(mended.has_value());
        QVERIFY2(guideFormsIn(*mended).empty(), mended->text.c_str());
        QVERIFY(mended->text.contains("gateway_labels = [\"Production\"]"));
    }

    /// Without `backup` and ports, as a public guide prints it.
    void theStandbyOfAGuide() {
        const std::string text = "# Active-Passive\nevents {}\n\nhttp {\n   upstream backend {\n"
                                 "      server 127.0.0.1 max_fails=3 fail_timeout=30s;\n"
                                 "      server 127.0.0.2 max_fails=3 fail_timeout=30s;\n   }\n}\n";
        const auto file = readImported("nginx.conf", text);
        QVERIFY(file.has_value());
        const ImportResult result{.file = "nginx.conf", .findings = guideFormsIn(*file)};
        QVERIFY(withRightForms(result, text)
                    .contains("server 127.0.0.2:9090 max_fails=3 fail_timeout=30s backup;"));
    }

    void idsAreUniqueAndEnough() {
        std::set<std::string> ids;
        for (const GuideForm* form : allGuideForms()) {
            QVERIFY2(ids.insert(form->id).second, form->id);
            QVERIFY(std::ranges::all_of(std::string_view(form->id), [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
            }));
        }
    }

    /// None of our own files has one.
    void ourOwnFilesHaveNone() {
        for (const char* project :
             {"clusters/two_environments", "clusters/two_regions", "machines/pair_with_database"})
            for (const Artifact& artifact :
                 analyzed(std::string("tests/golden/") + project + "/project").artifacts) {
                const auto file = readImported(artifact.fileName(), artifact.text);
                if (!file) continue;
                for (const ImportFinding& each : guideFormsIn(*file))
                    QVERIFY2(each.severity == Severity::Info || each.form == "image-that-moves",
                             (artifact.path + ": " + each.form).c_str());
            }
    }
};

ARABESQUE_TEST(GuideFormTest)

#include "guide_form_test.moc"
