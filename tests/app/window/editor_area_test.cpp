#include "app/window/main_window.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>

#include <fstream>

using namespace arabesque;

/// Pages as the window shows them.
class EditorAreaTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }

    void aFormBeginsAtItsTop_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("behind");
        for (const char* file : {"Ballerina.toml", "Cloud.toml", "Config.toml", "Deployment.toml"}) {
            QTest::newRow(file) << QByteArray(file) << QByteArray();
            QTest::addRow("%s that does not parse", file) << QByteArray(file) << QByteArray("\nbroken = [\n");
        }
    }
    void aFormBeginsAtItsTop() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, behind);
        const SampleOnDisk project;
        std::ofstream(project.path() / file.toStdString(), std::ios::app) << behind.toStdString();
        Session session;
        MainWindow window(session);
        window.showAs(QStringLiteral("forms"));
        window.show();
        QVERIFY(window.open(project.path()));
        QVERIFY(settle(session));
        session.navigation().openPage(file.toStdString());
        QVERIFY(settle(session));
        for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
        int shown = 0;
        for (const auto* area : window.findChildren<QScrollArea*>(QStringLiteral("page"))) {
            if (!area->isVisible()) continue;
            ++shown;
            QVERIFY(area->verticalScrollBar()->maximum() > 0);
            QCOMPARE(area->verticalScrollBar()->value(), 0);
        }
        QCOMPARE(shown, 1);
    }

private:
    QTemporaryDir m_settings;
};

ARABESQUE_TEST(EditorAreaTest)
#include "editor_area_test.moc"
