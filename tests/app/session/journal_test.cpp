#include "app/session/journal.h"

#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>

#include <memory>
#include <random>
#include <vector>

using namespace arabesque;

namespace {

QByteArray onDisk(const ProjectOnDisk& project, const char* file) {
    QFile source(QString::fromStdString((project.path() / file).string()));
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray("(not there)");
}

std::string cloudToml(const Session& session) {
    return std::string(session.snapshot()->text("Cloud.toml"));
}

Edit appended(const Session& session, const std::string& text) {
    const std::size_t end = cloudToml(session).size();
    return {{{"Cloud.toml", {end, end}, text}}};
}

QStringList journalsIn(const QTemporaryDir& state) {
    return QDir(state.path()).entryList({QStringLiteral("*")}, QDir::Files);
}

const std::string leftBehind = "# not saved\n";

/// A copy of the journal that no program holds: as if its own had been killed.
void abandon(const QTemporaryDir& state) {
    const QDir folder(state.path());
    const QString file = folder.filePath(journalsIn(state).constFirst());
    QVERIFY(QFile::copy(file, folder.filePath(QFileInfo(file).baseName() + QLatin1Char('9'))));
}

/// Files that hold eight bytes in a row of `secret`.
QStringList filesWithPartsOf(const std::string& secret, const QTemporaryDir& state) {
    constexpr std::size_t part = 8;
    QStringList found;
    for (const QFileInfo& info : QDir(state.path()).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly)) continue;   // renamed meanwhile
        const std::string bytes = file.readAll().toStdString();
        for (std::size_t i = 0; i + part <= secret.size(); ++i)
            if (bytes.contains(secret.substr(i, part))) found << info.fileName();
    }
    return found;
}

/// Waits until that many files are there.
bool holds(const QTemporaryDir& state, qsizetype files) {
    return QTest::qWaitFor([&] { return journalsIn(state).size() == files; }, 5000);
}

/// Types and is gone before it saves.
void leaveBehind(const ProjectOnDisk& project, const QTemporaryDir& state) {
    Session session;
    const Journal journal(session, QDir(state.path()));
    [&] { QVERIFY(session.open(project.path())); }();
    session.submit(appended(session, leftBehind), QStringLiteral("typing"));
    [&] { QVERIFY(holds(state, 2)); }();
    abandon(state);
}

/// A program that types into a project of its own, and what it said so far.
struct Typing {
    ProjectOnDisk project;
    QTemporaryDir state;
    QProcess process;
    std::vector<std::pair<qint64, QByteArray>> texts;   ///< when it was read, and the text

    explicit Typing(unsigned seed) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TYPIST_PROJECT"), QString::fromStdString(project.path().string()));
        environment.insert(QStringLiteral("TYPIST_STATE"), state.path());
        environment.insert(QStringLiteral("TYPIST_SEED"), QString::number(seed));
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("Typist")});
    }

    void read(qint64 now) {
        process.waitForReadyRead(0);
        while (process.canReadLine()) {
            const QByteArray line = process.readLine().trimmed();
            const auto text = QByteArray::fromBase64Encoding(line, QByteArray::AbortOnBase64DecodingErrors);
            if (text && line.size() > 60) texts.emplace_back(now, text.decoded);
        }
    }
};

}

class JournalTest final : public QObject {
    Q_OBJECT

private slots:
    void unsavedTextComesBack() {
        const ProjectOnDisk project;
        const QTemporaryDir state;
        const QByteArray before = onDisk(project, "Cloud.toml");
        std::string unsaved;
        {
            Session session;
            auto* journal = new Journal(session, QDir(state.path()));
            QVERIFY(session.open(project.path()));
            session.submit(appended(session, "\n# not saved, \xEF\xBB\xBF\xF0\x9F\x98\x80\r\n"),
                           QStringLiteral("typing"));
            unsaved = cloudToml(session);
            QVERIFY(holds(state, 2));   // text and lock
            abandon(state);
            delete journal;
        }
        QCOMPARE(onDisk(project, "Cloud.toml"), before);
        Session session;
        const Journal journal(session, QDir(state.path()));
        const QSignalSpy recovered(&journal, &Journal::recovered);
        QVERIFY(session.open(project.path()));
        QCOMPARE(recovered.count(), 1);
        QCOMPARE(cloudToml(session), unsaved);
        QVERIFY(session.isModified());
        session.history().undo();
        QCOMPARE(cloudToml(session), before.toStdString());
    }
    void aSecondWindowIsNoticed() {
        const ProjectOnDisk project;
        const ProjectOnDisk another;
        const QTemporaryDir state;
        Session first;
        const Journal journal(first, QDir(state.path()));
        QVERIFY(first.open(project.path()));
        QVERIFY(!journal.isSharedWithAnother());
        Session elsewhere;
        const Journal third(elsewhere, QDir(state.path()));
        QVERIFY(elsewhere.open(another.path()));
        QVERIFY(!third.isSharedWithAnother());
        {
            Session second;
            const Journal other(second, QDir(state.path()));
            QVERIFY(second.open(project.path()));
            QVERIFY(other.isSharedWithAnother());
            QVERIFY(journal.isSharedWithAnother());
        }
        QVERIFY(!journal.isSharedWithAnother());
    }
    void twoWindowsKeepTheirOwnText() {
        const ProjectOnDisk project;
        const QTemporaryDir state;
        Session first;
        const Journal journal(first, QDir(state.path()));
        QVERIFY(first.open(project.path()));
        first.submit(appended(first, "# first\n"), QStringLiteral("typing"));
        QVERIFY(holds(state, 2));
        {
            Session second;
            const Journal other(second, QDir(state.path()));
            QVERIFY(second.open(project.path()));
            QVERIFY(!second.isModified());   // what the first has not saved is not taken from it
            second.submit(appended(second, "# second\n"), QStringLiteral("typing"));
            QVERIFY(holds(state, 4));
        }
        QVERIFY(holds(state, 2));
        QVERIFY(cloudToml(first).ends_with("# first\n"));
    }
    void anOrderlyEndLeavesNothing() {
        const ProjectOnDisk project;
        const QTemporaryDir state;
        {
            Session session;
            const Journal journal(session, QDir(state.path()));
            QVERIFY(session.open(project.path()));
            session.submit(appended(session, "# dropped\n"), QStringLiteral("typing"));
            QVERIFY(holds(state, 2));
        }
        QCOMPARE(journalsIn(state), QStringList());
    }
    void whatIsSavedIsForgotten() {
        const ProjectOnDisk project;
        const QTemporaryDir state;
        Session session;
        const Journal journal(session, QDir(state.path()));
        QVERIFY(session.open(project.path()));
        session.submit(appended(session, "# kept\n"), QStringLiteral("typing"));
        QVERIFY(holds(state, 2));
        QVERIFY(session.save());
        QVERIFY(holds(state, 1));   // the lock
    }
    void twoWindowsKeepTheirOwn() {
        const ProjectOnDisk project;
        const QTemporaryDir state;
        Typing other(1);
        QVERIFY(other.process.waitForReadyRead());
        Session session;
        const Journal journal(session, QDir(other.state.path()));
        const QSignalSpy recovered(&journal, &Journal::recovered);
        QTest::qWait(700);   // the other one has written by now
        QVERIFY(session.open(other.project.path()));
        QCOMPARE(recovered.count(), 0);
        other.process.kill();
        other.process.waitForFinished();
    }
    void aDamagedJournalIsPassedOver() {
        const ProjectOnDisk project;
        const QTemporaryDir state;
        QString name;
        {
            Session session;
            const Journal journal(session, QDir(state.path()));
            QVERIFY(session.open(project.path()));
            name =
                QDir(state.path()).filePath(journalsIn(state).constFirst().section(QLatin1Char('-'), 0, 0)) +
                QStringLiteral("-9");
        }
        for (const QByteArray& bytes : {QByteArray(), QByteArray("ARJ2"), QByteArray(200, '\x7f')}) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
            file.close();
            Session session;
            const Journal journal(session, QDir(state.path()));
            QVERIFY(session.open(project.path()));
            QVERIFY(!session.isModified());
            QVERIFY(!file.exists());
        }
    }

    void aJournalOfAnotherKeyIsPassedOver() {
        for (const bool isMissing : {true, false}) {
            const ProjectOnDisk project;
            const QTemporaryDir state;
            leaveBehind(project, state);
            QFile key(QDir(state.path()).filePath(QStringLiteral(".key")));
            QVERIFY(key.remove());
            if (!isMissing) {
                QVERIFY(key.open(QIODevice::WriteOnly));
                key.write(QByteArray(32, 'k'));
                key.close();
            }
            Session session;
            const Journal journal(session, QDir(state.path()));
            QVERIFY(session.open(project.path()));
            QVERIFY(!session.isModified());
            QCOMPARE(journalsIn(state).size(), 1);   // the lock
        }
    }
    void onlyTheOwnerMayRead() {
        const ProjectOnDisk project;
        const QTemporaryDir state;
        leaveBehind(project, state);
        int seen = 0;
        for (const QString& name : QDir(state.path()).entryList(QDir::Files | QDir::Hidden)) {
            if (name.endsWith(QStringLiteral(".lock"))) continue;
            constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
            QCOMPARE(QFile::permissions(QDir(state.path()).filePath(name)), owner);
            ++seen;
        }
        QCOMPARE(seen, 2);   // journal and key
    }
    void whatAnotherProgramChangedStays() {
        const ProjectOnDisk project;
        const QTemporaryDir state;
        leaveBehind(project, state);
        const QByteArray disk = "# of a colleague\n" + onDisk(project, "Cloud.toml");
        QVERIFY(writeFile(project.path() / "Cloud.toml", disk.toStdString()));
        Session session;
        const Journal journal(session, QDir(state.path()));
        const QSignalSpy recovered(&journal, &Journal::recovered);
        QVERIFY(session.open(project.path()));
        QCOMPARE(recovered.value(0).value(0).toStringList(), QStringList(QStringLiteral("Cloud.toml")));
        QCOMPARE(cloudToml(session), disk.toStdString() + leftBehind);
        session.history().undo();
        QCOMPARE(cloudToml(session), disk.toStdString());
    }
    void keepingMineIsWrittenDown() {
        const ProjectOnDisk project;
        const QTemporaryDir state;
        Session session;
        const Journal journal(session, QDir(state.path()));
        QVERIFY(session.open(project.path()));
        session.submit(appended(session, leftBehind), QStringLiteral("typing"));
        QVERIFY(holds(state, 2));
        QVERIFY(writeFile(project.path() / "Cloud.toml", "# of a colleague\n"));
        session.keepMine();
        QTest::qWait(700);   // longer than it may stay unwritten
        abandon(state);
        Session next;
        const Journal taking(next, QDir(state.path()));
        QVERIFY(next.open(project.path()));
        QCOMPARE(cloudToml(next), cloudToml(session));
    }
    void noSecretIsInAnyFile() {
        const std::string canary = "s3cr3t-of-Zanzibar-8471";
        const FilesOnDisk project({
            {"Ballerina.toml",
             "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n# " + canary + "\n"},
            {"Cloud.toml", "[container.image]\nname = \"" + canary + "\"\n"},
            {"Config.toml", "password = \"" + canary + "\"\nother = 1\n"},
            {"Deployment.toml", "# " + canary + "\n"},
            {"main.bal", "configurable string password = \"" + canary + "\";\n"},
        });
        const QTemporaryDir state;
        Session session;
        const Journal journal(session, QDir(state.path()));
        QVERIFY(session.open(project.path()));
        const std::vector<std::string> files{"Ballerina.toml", "Cloud.toml", "Config.toml", "Deployment.toml",
                                             "main.bal"};
        for (int round = 0; round < 3; ++round) {
            for (const std::string& file : files) {
                const std::string text(session.snapshot()->text(file));
                const std::size_t secret = text.find(canary);
                const std::size_t inside = secret + canary.size() - 1;
                const std::size_t behind = text.find('\n', secret);
                session.submit({{{file, {behind, behind}, " "}}}, QStringLiteral("beside it"));
                session.submit({{{file, {text.size(), text.size()}, "# below " + canary + "\n"}}},
                               QStringLiteral("again"));
                session.submit({{{file, {inside, inside + 1}, "1"}}}, QStringLiteral("inside"));
            }
            for (int look = 0; look < 70; ++look) {
                QTest::qWait(10);
                QCOMPARE(filesWithPartsOf(canary, state), QStringList());
            }
            QVERIFY(holds(state, 2));
        }
        abandon(state);
        Session next;
        const Journal taking(next, QDir(state.path()));
        QVERIFY(next.open(project.path()));
        for (const std::string& file : files)
            QCOMPARE(next.snapshot()->text(file), session.snapshot()->text(file));
        QCOMPARE(filesWithPartsOf(canary, state), QStringList());
    }

    /// Two hundred programs are killed while somebody types; no file is half-written, and at most two seconds of
    /// typing are missing.
    void aKilledProgramLosesNothing() {
        std::mt19937 random(3);
        int withText = 0;
        for (int batch = 0; batch < 20; ++batch) {
            std::vector<std::unique_ptr<Typing>> all;
            for (unsigned i = 0; i < 10; ++i)
                all.push_back(std::make_unique<Typing>(static_cast<unsigned>(batch) * 10 + i + 1));
            QElapsedTimer clock;
            clock.start();
            const qint64 until = 600 + static_cast<qint64>(random() % 1200);
            while (clock.elapsed() < until) {
                for (const auto& typing : all) typing->read(clock.elapsed());
                QTest::qWait(5);
            }
            for (const auto& typing : all) typing->process.kill();
            const qint64 killed = clock.elapsed();
            for (const auto& typing : all) {
                typing->process.waitForFinished();
                typing->read(killed);
                withText += check(*typing, killed) ? 1 : 0;
                if (QTest::currentTestFailed()) return;
            }
        }
        QVERIFY2(withText > 150, std::to_string(withText).c_str());
    }

private:
    /// False where the program was killed before it could type.
    static bool check(const Typing& typing, qint64 killed) {
        const QByteArray original = onDisk(ProjectOnDisk(), "Cloud.toml");
        const QByteArray saved = onDisk(typing.project, "Cloud.toml");
        const auto said = [&](const QByteArray& text) {
            return std::ranges::any_of(typing.texts, [&](const auto& each) { return each.second == text; });
        };
        const auto isWhole = [&] { QVERIFY(saved == original || said(saved) || typing.texts.empty()); };
        isWhole();
        QStringList files =
            QDir(QString::fromStdString(typing.project.path().string())).entryList(QDir::Files);
        [&] { QCOMPARE(files.size(), 4); }();
        if (typing.texts.empty()) return false;
        Session session;
        const Journal journal(session, QDir(typing.state.path()));
        [&] { QVERIFY(session.open(typing.project.path())); }();
        const QByteArray recovered = QByteArray::fromStdString(cloudToml(session));
        qint64 seen = recovered == original ? 0 : -1;
        for (const auto& [when, text] : typing.texts)
            if (text == recovered) seen = when;
        const bool ahead =
            seen < 0 && recovered.size() >= typing.texts.back().second.size();   // one key more than was said
        [&] { QVERIFY2(ahead || seen >= killed - 2000, QByteArray::number(killed - seen).constData()); }();
        return true;
    }
};

ARABESQUE_TEST(JournalTest)
#include "journal_test.moc"
