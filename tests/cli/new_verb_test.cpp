#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque::tests;

class NewVerbTest : public QObject {
    Q_OBJECT

private slots:
    void aProjectIsMadeByAPatternAndKeepsIt() {
        Folder folder;
        const QString path = folder.path() + "/web-shop";
        const Run made = cli({"new", path, "--pattern", "active-passive"});
        QCOMPARE(made.exit, 0);
        QCOMPARE(made.out, "Ballerina.toml\nCloud.toml\nDeployment.toml\nmain.bal\n");
        QVERIFY(folder.read("web-shop/Ballerina.toml").contains("name = \"web_shop\"\n"));
        QCOMPARE(cli({"check", path}).exit, 0);
        const Run contract = cli({"pattern", path});
        QCOMPARE(contract.exit, 0);
        QVERIFY2(contract.out.contains("  kept    standby-is-declared\n"), contract.out);
    }
    void withoutAPatternNothingIsLaidOut() {
        Folder folder;
        const QString path = folder.path() + "/shop";
        QCOMPARE(cli({"new", path}).out, "Ballerina.toml\nCloud.toml\nmain.bal\n");
        QCOMPARE(cli({"check", path}).exit, 0);
        const Run contract = cli({"pattern", path});
        QVERIFY2(contract.out.startsWith("No pattern is declared; there are: single-node, "), contract.out);
    }
    void aFolderWithFilesIsLeftAlone() {
        Folder folder;
        folder.write("shop/notes.txt", "mine\n");
        const Run refused = cli({"new", folder.path() + "/shop"});
        QCOMPARE(refused.exit, 2);
        QCOMPARE(folder.read("shop/notes.txt"), "mine\n");
    }
    void anUnknownPatternIsRefusedWithThoseThereAre() {
        Folder folder;
        const Run refused = cli({"new", folder.path() + "/shop", "--pattern", "active"});
        QCOMPARE(refused.exit, 2);
        QVERIFY2(refused.err.startsWith("arabesque-cli: 'active' is no pattern; there are: single-node, "),
                 refused.err);
    }
    void aBrokenContractIsToldAndMendedByConverting() {
        Folder folder;
        const QString path = folder.path() + "/shop";
        QCOMPARE(cli({"new", path, "--pattern", "active-active"}).exit, 0);
        QCOMPARE(cli({"unset", path, "Deployment.toml", "node[1]"}).exit, 0);
        const Run contract = cli({"pattern", path});
        QCOMPARE(contract.exit, 1);
        QVERIFY2(contract.out.contains("  broken  two-active-servers\n          only 'shop-1' serves"),
                 contract.out);
        const Run shown = cli({"pattern", path, "active-active", "--dry-run"});
        QVERIFY2(shown.out.contains("+name = \"shop-2\"\n"), shown.out);
        QCOMPARE(cli({"pattern", path}).exit, 1);
        QCOMPARE(cli({"pattern", path, "active-active"}).exit, 0);
        QCOMPARE(cli({"pattern", path}).exit, 0);
    }
};

ARABESQUE_TEST(NewVerbTest)
#include "new_verb_test.moc"
