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
        ImportResult wrong = resultOf(form, form.wrong);
        const ImportFinding* finding = findingOf(wrong, form.id);
        QVERIFY(finding != nullptr);
        QVERIFY(finding->line > 0);
        QVERIFY(!finding->message.english().empty() && !finding->right.english().empty());
        QVERIFY2(findingOf(resultOf(form, form.right), form.id) == nullptr, "found in the right example");
        if (finding->edit.empty()) return;
        std::erase_if(wrong.findings, [&](const ImportFinding& each) { return each.form != form.id; });
        QCOMPARE(QString::fromStdString(withRightForms(wrong, form.wrong)), QString::fromUtf8(form.right));
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
