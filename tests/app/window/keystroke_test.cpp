#include "app/window/main_window.h"
#include "tests/app/event_count.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QSettings>

using namespace arabesque;

/// What a keystroke costs in the whole window.
class KeystrokeTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }

    /// Once there was one, and room was made for it.
    void aMistakeThatComesOrGoesHasTheWindowNotLaidOut() {
        const SampleOnDisk project;
        Session session;
        MainWindow window(session);
        window.resize(1400, 900);
        window.show();
        QVERIFY(window.open(project.path()));
        QVERIFY(settle(session));
        const auto type = [&](std::size_t removed, const char* text) {
            session.submitTyped(Edit{{Change{"Cloud.toml", {0, removed}, text}}}, QStringLiteral("typing"),
                                {});
            return settle(session) && QTest::qWaitFor([&] { return !session.isTyping(); });
        };
        QVERIFY(type(0, "#\n"));
        QVERIFY(type(0, "nonsense"));
        QVERIFY(type(8, ""));
        QCoreApplication::processEvents();
        const EventCount layouts(window, QEvent::LayoutRequest);
        const std::size_t right = session.findings()->size();
        QVERIFY(type(0, "nonsense"));
        QVERIFY(session.findings()->size() > right);
        QVERIFY(type(8, ""));
        QCOMPARE(session.findings()->size(), right);
        QCoreApplication::processEvents();
        QCOMPARE(layouts.count, 0);
    }

private:
    QTemporaryDir m_settings;
};

ARABESQUE_TEST(KeystrokeTest)
#include "keystroke_test.moc"
