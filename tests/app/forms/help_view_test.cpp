#include "app/forms/help_view.h"

#include "app/views/field_text.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QLabel>

using namespace arabesque;

namespace {

/// Rich text as it reads, without what only lets long keys break.
QString plain(const QString& richText) {
    QTextDocument document;
    document.setHtml(richText);
    return document.toPlainText().remove(QChar(0x200B));
}

}

class HelpViewTest final : public QObject {
    Q_OBJECT

private slots:
    void aSettingTellsKeyTypeDefaultAndSource() {
        const Field field{.path = "cloud.deployment.autoscaling.min_replicas",
                          .type = ValueType::Integer,
                          .fallback = "1",
                          .hint = "2",
                          .least = 1,
                          .most = 100,
                          .label = MESSAGE("test", "Fewest replicas"),
                          .summary = MESSAGE("test", "How many at least."),
                          .source = "c2c 4.0.0, section 3.1"};
        QCOMPARE(plain(helpText(field, field.fallback)),
                 QStringLiteral("Fewest replicas\nHow many at least.\n"
                                "Key\u2028cloud.deployment.autoscaling.min_replicas\nType\u2028whole number\n"
                                "Allowed\u20281 to 100\nDefault\u20281\n"
                                "The tool's own template shows\u20282\nSince\u2028every release\n"
                                "Source\u2028c2c 4.0.0, section 3.1")
                     .replace(QChar(0x2028), QLatin1Char('\n')));
    }

    void theReleaseTheUnitAndDeadKeysAreNamed() {
        const Field field{.path = "a.memory",
                          .meaning = Meaning::Memory,
                          .dead = true,
                          .label = MESSAGE("test", "Memory"),
                          .since = "2201.10.0"};
        const QString text = plain(helpText(field, {}));
        QVERIFY(text.contains(QStringLiteral("Since\nBallerina 2201.10.0")));
        QVERIFY(text.contains(QStringLiteral("Unit\nbytes")));
        QVERIFY(text.contains(QStringLiteral("Accepted, but it changes no generated file.")));
        QVERIFY(text.contains(QStringLiteral("Default\nnone")));
    }

    void theViewFollowsTheSelection() {
        const SampleOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        const HelpView view(session);
        const auto* text = view.findChild<QLabel*>();
        QVERIFY(text);
        QVERIFY(!plain(text->text()).contains(QStringLiteral("Default")));
        session.navigation().select({"Cloud.toml", *toml::readPath("cloud.secret.envs[1].name")});
        QVERIFY(plain(text->text()).contains(QStringLiteral("Key\ncloud.secret.envs[].name")));
        session.navigation().select({"Cloud.toml", *toml::readPath("container.image.name")});
        QVERIFY(plain(text->text()).contains(QStringLiteral("Default\n\"orders\"")));   // of this package
    }

    void aTableAndAKeyNobodyKnowsAreToldToo() {
        const SampleOnDisk project;   // with max_replica
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        const HelpView view(session);
        const auto* text = view.findChild<QLabel*>();
        session.navigation().select({"Cloud.toml", *toml::readPath("cloud.deployment.autoscaling")});
        QVERIFY(plain(text->text()).startsWith(QStringLiteral("Autoscaling\n")));
        QVERIFY(plain(text->text()).contains(QStringLiteral("Key\ncloud.deployment.autoscaling")));
        session.navigation().select(
            {"Cloud.toml", *toml::readPath("cloud.deployment.autoscaling.max_replica")});
        QVERIFY(plain(text->text()).startsWith(QStringLiteral("max_replica\nNot known to this version.")));
        QVERIFY(plain(text->text()).contains(QStringLiteral("min_replicas, max_replicas")));
        session.navigation().select({"Cloud.toml", {}});
        QVERIFY(plain(text->text()).startsWith(QStringLiteral("Choose a setting")));
    }

    void whatIsTypedBringsHelpWhenTypingPauses() {
        const SampleOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        const HelpView view(session);
        const auto* text = view.findChild<QLabel*>();
        const auto isAbout = [&](const char* key) {
            return plain(text->text()).contains(QStringLiteral("Key\n") + QLatin1String(key));
        };
        session.navigation().select({"Cloud.toml", *toml::readPath("container.image.name")});
        session.submitTyped(Edit{{Change{"Cloud.toml", {0, 0}, "#"}}}, QStringLiteral("typing"), {});
        session.navigation().select({"Cloud.toml", *toml::readPath("container.image.tag")}, true);
        QVERIFY(isAbout("container.image.name"));
        QVERIFY(QTest::qWaitFor([&] { return isAbout("container.image.tag"); }));
        QVERIFY(!session.isTyping());
        session.submitTyped(Edit{{Change{"Cloud.toml", {0, 1}, ""}}}, QStringLiteral("typing"), {});
        session.navigation().select({"Cloud.toml", *toml::readPath("container.image.name")});   // by mouse
        QVERIFY(isAbout("container.image.name"));
    }

    void everySettingHasADefaultInWordsOrNone() {
        const SampleOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        for (const std::string& file : editableDocuments())
            for (const Field& field : session.schema(file)->fields())
                QVERIFY2(plain(helpText(field, field.fallback)).contains(QStringLiteral("\nDefault\n")),
                         field.path.c_str());
    }
};

ARABESQUE_TEST(HelpViewTest)
#include "help_view_test.moc"
