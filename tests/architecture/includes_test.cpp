#include "tests/architecture/arrows.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace arabesque::tests;

namespace {

/// A tree of one file that holds one line.
class OneFileTree {
public:
    OneFileTree(const std::filesystem::path& file, const std::string& line) {
        std::filesystem::create_directories((root() / file).parent_path());
        std::ofstream(root() / file) << "#pragma once\n\n" << line << '\n';
    }

    std::filesystem::path root() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
};

}

class IncludesTest : public QObject {
    Q_OBJECT

private slots:
    void theSourcesFollowTheArrows() {
        const auto offences = offencesIn(ARABESQUE_SOURCE_DIR);
        for (const Offence& offence : offences)
            qWarning("%s includes %s: %s", offence.file.c_str(), offence.included.c_str(),
                     offence.reason.c_str());
        QVERIFY(offences.empty());
    }

    void allowed_data() {
        QTest::addColumn<std::string>("file");
        QTest::addColumn<std::string>("line");
        row("down", "core/toml/document.h", "#include \"core/text/range.h\"");
        row("down two levels", "core/model/deployment.h", "#include \"core/text/range.h\"");
        row("same folder", "core/rules/ports.cpp", "#include \"core/rules/rule.h\"");
        row("standard header", "core/text/edit.cpp", "#include <string_view>");
        row("library of core", "core/bundle/zip.cpp", "#include <archive.h>");
        row("disk in files", "core/files/disk.cpp", "#include <unistd.h>");
        row("files to text", "core/files/disk.cpp", "#include \"core/text/result.h\"");
        row("view to session", "app/forms/form_view.h", "#include \"app/session/session.h\"");
        row("view to core", "app/forms/form_view.h", "#include \"core/analysis/analysis.h\"");
        row("window to view", "app/window/main_window.cpp", "#include \"app/forms/form_view.h\"");
        row("main to window", "app/main.cpp", "#include \"app/window/main_window.h\"");
        row("Qt in a view", "app/forms/form_view.h", "#include <QWidget>");
        row("moc", "app/forms/form_view.cpp", "#include \"form_view.moc\"");
        row("conversion in bridge", "app/bridge/text.cpp", "auto t = q.toStdString();");
    }

    void allowed() {
        QFETCH(const std::string, file);
        QFETCH(const std::string, line);
        QCOMPARE(offencesIn(OneFileTree(file, line).root()).size(), 0u);
    }

    void reported_data() {
        QTest::addColumn<std::string>("file");
        QTest::addColumn<std::string>("line");
        row("up", "core/text/edit.cpp", "#include \"core/toml/document.h\"");
        row("up, indented", "core/schema/schema.h", "  #  include \"core/model/deployment.h\"");
        row("sideways, level 1", "core/toml/document.h", "#include \"core/ballerina/lexer.h\"");
        row("sideways, level 4", "core/rules/ports.cpp", "#include \"core/generate/artifact.h\"");
        row("core to files", "core/analysis/analyze.cpp", "#include \"core/files/disk.h\"");
        row("files to toml", "core/files/disk.cpp", "#include \"core/toml/document.h\"");
        row("core to app", "core/text/edit.cpp", "#include \"app/bridge/text.h\"");
        row("unknown folder of core", "core/helpers/all.h", "#include \"core/text/range.h\"");
        row("file outside folders", "core/all.h", "#include \"core/text/range.h\"");
        row("relative", "core/text/edit.cpp", "#include \"edit.h\"");
        row("Qt in core", "core/text/edit.cpp", "#include <QString>");
        row("Qt in core, by module", "core/text/edit.cpp", "#include <QtCore/qglobal.h>");
        row("Qt in core, lower case", "core/text/edit.cpp", "#include <qstring.h>");
        row("KDE in core", "core/text/edit.cpp", "#include <KSyntaxHighlighting/Repository>");
        row("yaml-cpp in core", "core/model/bind.cpp", "#include <yaml-cpp/yaml.h>");
        row("disk in core", "core/generate/compose.cpp", "#include <fstream>");
        row("Qt in the terminal tool", "app/cli/main.cpp", "#include <QCoreApplication>");
        row("terminal tool to session", "app/cli/main.cpp", "#include \"app/session/session.h\"");
        row("view to view", "app/forms/form_view.h", "#include \"app/source/source_view.h\"");
        row("view to window", "app/forms/form_view.h", "#include \"app/window/main_window.h\"");
        row("session to view", "app/session/session.h", "#include \"app/views/view.h\"");
        row("bridge to session", "app/bridge/text.h", "#include \"app/session/session.h\"");
        row("main to a view", "app/main.cpp", "#include \"app/forms/form_view.h\"");
        row("unknown folder of app", "app/common/all.h", "#include \"app/bridge/text.h\"");
        row("tests in the program", "app/main.cpp", "#include \"tests/support/test_main.h\"");
        row("conversion outside bridge", "app/forms/form_view.cpp", "auto t = q.toStdString();");
    }

    void reported() {
        QFETCH(const std::string, file);
        QFETCH(const std::string, line);
        const OneFileTree tree(file, line);
        const auto offences = offencesIn(tree.root());
        QCOMPARE(offences.size(), 1u);
        QCOMPARE(offences[0].file, file);
        QVERIFY(line.contains(offences[0].included));
    }

private:
    static void row(const char* name, const std::string& file, const std::string& line) {
        QTest::newRow(name) << file << line;
    }
};

ARABESQUE_TEST(IncludesTest)

#include "includes_test.moc"
