#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace arabesque::tests;

class DiagramVerbTest : public QObject {
    Q_OBJECT

private slots:
    void aPictureIsWritten() {
        const Folder folder;
        writeSmallProject(folder);
        folder.write("Deployment.toml",
                     "[[node]]\nname = \"orders-1\"\nrole = \"service\"\nposition = [4000, 80]\n");
        const Run run = cli({"diagram", folder.path(), "--out", folder.path("a.svg")});
        QVERIFY2(run.exit == 0, run.err);
        QVERIFY2(run.out.endsWith("a.svg: 2 boxes, 1 lines\n"), run.out);
        const QByteArray svg = folder.read("a.svg");
        QVERIFY(svg.contains(">orders-1</text>"));
        QVERIFY(svg.contains("x=\"4000\""));
        QCOMPARE(cli({"diagram", folder.path(), "--arrange", "--out", folder.path("b.svg")}).exit, 0);
        QVERIFY2(!folder.read("b.svg").contains("x=\"4000\""), "arranged anew");
        QCOMPARE(cli({"diagram", folder.path(), "--out", folder.path("a.svg")}).exit, 0);
        QCOMPARE(folder.read("a.svg"), svg);
    }

    void withoutNodesOneSentenceSaysSo() {
        const Folder folder;
        writeSmallProject(folder);
        const Run run = cli({"diagram", folder.path(), "--out", folder.path("a.svg")});
        QCOMPARE(run.exit, 2);
        QCOMPARE(run.err, "arabesque-cli: there is no node to draw: declare [[node]]s in Deployment.toml\n");
    }

    void aPlaceThatCannotBeWrittenIsNamed() {
        const Folder folder;
        writeSmallProject(folder);
        folder.write("Deployment.toml", "[[node]]\nname = \"a\"\nrole = \"service\"\n");
        const Run run = cli({"diagram", folder.path(), "--out", folder.path("none/a.svg/b/c.svg/")});
        QCOMPARE(run.exit, 2);
        QCOMPARE(run.err.count('\n'), 1);
    }
};

ARABESQUE_TEST(DiagramVerbTest)
#include "diagram_verb_test.moc"
