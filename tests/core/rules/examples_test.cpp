#include "core/rules/example.h"

#include "core/analysis/analysis.h"
#include "core/rules/rule_list.h"
#include "tests/support/marked_text.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

constexpr std::string_view usualPackage =
    "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n\n"
    "[build-options]\ncloud = \"k8s\"\n";

bool isDocument(std::string_view name) {
    return name.ends_with(".bal") || (name.ends_with(".toml") && !name.contains('/'));
}

/// The files a text names, as resources; they are all there is on the disk of an example.
std::shared_ptr<const Snapshot> loaded(const Snapshot& snapshot, const std::vector<ExampleFile>& files,
                                       const std::vector<std::string>& paths) {
    auto with = std::make_shared<Snapshot>(snapshot);
    for (const std::string& path : paths) {
        Resource resource;
        for (const ExampleFile& file : files)
            if (file.name == path)
                resource = {.kind = Resource::Kind::File,
                            .bytes = std::make_shared<const std::string>(file.text)};
            else if (file.name.starts_with(path + '/') && !file.name.substr(path.size() + 1).contains('/'))
                resource.kind = Resource::Kind::Directory,
                resource.names.push_back(file.name.substr(path.size() + 1));
        with->resources.insert_or_assign(path, resource);
    }
    return with;
}

/// The project of one text of an example.
struct ExampleProject {
    std::vector<ExampleFile> files;

    explicit ExampleProject(std::string_view text) : files(filesOf(text)) {}

    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->name = "orders";
        snapshot->documents.emplace("Ballerina.toml",
                                    Document{std::make_shared<const std::string>(usualPackage)});
        for (const ExampleFile& file : files)
            if (isDocument(file.name))
                snapshot->documents.insert_or_assign(
                    file.name, Document{std::make_shared<const std::string>(file.text)});
        return snapshot;
    }

    [[nodiscard]] Analysis analysis(std::shared_ptr<const Snapshot> of) const {
        return analyze(std::move(of),
                       {.today = "2026-06-30", .load = [this](const Snapshot& snapshot, const auto& paths) {
                            return loaded(snapshot, files, paths);
                        }});
    }
    [[nodiscard]] Analysis analysis() const { return analysis(snapshot()); }
};

/// Everything that is said, a line each, but for what `rule` says; infos are no complaint.
std::set<std::string> saidBesides(const Analysis& analysis, std::string_view rule) {
    std::set<std::string> said;
    for (const Diagnostic& d : analysis.diagnostics)
        if (d.rule != rule && d.severity != Severity::Info)
            said.insert(d.place.file + ": " + d.rule + ' ' + d.message.english());
    return said;
}

std::string joined(const std::set<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    return text;
}

/// Rules whose fix leaves something to say: files are not removed by edits, and whoever opens the default listener is told
/// what the build does instead.
bool staysAfterFix(const Rule& rule) {
    return &rule == &file_name_case || &rule == &default_listener_is_open;
}

std::ptrdiff_t countOf(const Analysis& analysis, const Rule& rule) {
    return std::ranges::count(analysis.diagnostics, rule.id, &Diagnostic::rule);
}

std::size_t commentsIn(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count(text, '#'));
}

}

/// Every rule finds its own example's mistake where it is marked, and nothing in the right twin; each fix cures it,
/// breaks nothing else and keeps the comments.
class ExamplesTest : public QObject {
    Q_OBJECT

private slots:
    void theFilesOfAnExampleAreReadWithTheirMarks() {
        const auto files = filesOf("=== a.toml\nx = «1»\n=== b.bal\nfoo\n«bar\nbaz»\n");
        QCOMPARE(files.size(), 2u);
        QCOMPARE(files[0].name, "a.toml");
        QCOMPARE(files[0].text, "x = 1\n");
        QCOMPARE(files[0].marks.size(), 1u);
        QVERIFY(files[0].marks[0] == (ByteRange{4, 5}));
        QVERIFY(files[1].marks[0] == (ByteRange{4, 11}));
        QVERIFY(filesOf("no heading\n").empty());
    }

    void everyRule_data() {
        QTest::addColumn<const Rule*>("rule");
        for (const Rule* rule : allRules()) QTest::newRow(rule->id) << rule;
    }

    void everyRule() {
        QFETCH(const Rule*, rule);
        const ExampleProject wrong(rule->example.wrong);
        const Analysis found = wrong.analysis();
        std::vector<const Diagnostic*> own;
        for (const ExampleFile& file : wrong.files) {
            std::vector<ByteRange> ranges;
            for (const Diagnostic& d : found.diagnostics) {
                if (d.rule != rule->id || d.place.file != file.name) continue;
                own.push_back(&d);
                if (ranges.empty() || ranges.back() != d.place.range) ranges.push_back(d.place.range);
                QVERIFY2(!d.message.english().empty(), rule->id);
            }
            QCOMPARE(withMarks(file.text, ranges), withMarks(file.text, file.marks));
        }
        QVERIFY2(!own.empty(), "the example raises nothing");

        const ExampleProject right(rule->example.right);
        const Analysis fine = right.analysis();
        QCOMPARE(joined(saidBesides(fine, "")), "");
        QVERIFY2(countOf(fine, *rule) == 0 || rule == &default_listener_is_open,
                 "the right twin is found too");

        const std::set<std::string> before = saidBesides(found, rule->id);
        for (const Diagnostic* diagnostic : own)
            for (const Fix& fix : diagnostic->fixes) {
                const auto cured = apply(*found.snapshot, fix.edit).snapshot;
                const Analysis after = wrong.analysis(cured);
                for (const std::string& line : saidBesides(after, rule->id))
                    QVERIFY2(before.contains(line), (fix.title.english() + " brings " + line).c_str());
                QVERIFY2(countOf(after, *rule) < countOf(found, *rule) || staysAfterFix(*rule),
                         (fix.title.english() + " cures nothing").c_str());
                for (const auto& [file, document] : found.snapshot->documents)
                    QVERIFY2(commentsIn(cured->text(file)) >= commentsIn(*document.text),
                             (fix.title.english() + " takes a comment").c_str());
            }
        if (own.size() != 1 || own.front()->fixes.empty()) return;
        const auto first = apply(*found.snapshot, own.front()->fixes.front().edit).snapshot;
        for (const ExampleFile& file : right.files)
            if (isDocument(file.name)) QCOMPARE(std::string(first->text(file.name)), file.text);
    }
};

Q_DECLARE_METATYPE(const Rule*)

ARABESQUE_TEST(ExamplesTest)
#include "examples_test.moc"
