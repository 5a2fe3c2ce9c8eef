#include "app/session/journal.h"
#include "app/source/source_editor.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QElapsedTimer>

#include <cstdio>
#include <random>

using namespace arabesque;

/// No test: types into the project that the environment names, and says after each key what all is now, until it is
/// killed. JournalTest starts it.
class Typist final : public QObject {
    Q_OBJECT

private slots:
    void typesUntilKilled() {
        const auto project = qgetenv("TYPIST_PROJECT").toStdString();
        std::mt19937 random(qEnvironmentVariableIntValue("TYPIST_SEED"));
        Session session;
        const Journal journal(session, QDir(qEnvironmentVariable("TYPIST_STATE")));
        QVERIFY(session.open(project));
        SourceEditor editor(session, "Cloud.toml");
        editor.show();
        QElapsedTimer patience;
        patience.start();
        while (patience.elapsed() < 20'000) {
            QTextCursor cursor = editor.textCursor();
            const auto length = static_cast<unsigned>(editor.document()->characterCount());
            if (random() % 8 == 0) cursor.setPosition(static_cast<int>(random() % length));
            editor.setTextCursor(cursor);
            QTest::keyClick(&editor, "ab =\"[]#\n1."[random() % 11]);
            if (random() % 40 == 0) (void)session.save();
            std::printf("%s\n", QByteArray::fromStdString(std::string(session.snapshot()->text("Cloud.toml")))
                                    .toBase64()
                                    .constData());
            std::fflush(stdout);
            QTest::qWait(5);
        }
    }
};

/// Known only to the program that JournalTest starts, so that nobody takes it for a test.
static const bool isTypist = qEnvironmentVariableIsSet("TYPIST_PROJECT") &&
                             arabesque::tests::addTest("Typist", []() -> std::unique_ptr<QObject> {
                                 return std::make_unique<Typist>();
                             });

#include "typist.moc"
