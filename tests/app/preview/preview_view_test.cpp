#include "app/preview/artifact_list.h"
#include "app/preview/artifact_text.h"
#include "app/preview/preview_view.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QClipboard>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

using namespace arabesque;

class PreviewViewTest final : public QObject {
    Q_OBJECT

private slots:
    void scrollCursorAndSelectionSurviveAnUpdate() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        PreviewView view(session);
        view.resize(400, 200);
        view.show();
        const auto& artifacts = session.analysis()->artifacts;
        const auto yaml = std::ranges::find_if(
            artifacts, [](const Artifact& each) { return each.path.ends_with(".yaml"); });
        QVERIFY(yaml != artifacts.end());
        session.navigation().selectArtifact(yaml->path);
        ArtifactText* text = view.text();
        QTextCursor cursor = text->document()->find(QStringLiteral("containerPort"));
        QVERIFY(!cursor.isNull());
        text->setTextCursor(cursor);
        text->verticalScrollBar()->setValue(text->verticalScrollBar()->maximum() / 2);
        const int scroll = text->verticalScrollBar()->value();
        QVERIFY(scroll > 0);
        const std::string cloud(session.snapshot()->text("Cloud.toml"));
        session.submit(
            difference("Cloud.toml", cloud, std::string(cloud).replace(cloud.find("512Mi"), 5, "640Mi")),
            QStringLiteral("test"));
        QVERIFY(settle(session));
        QVERIFY(text->toPlainText().contains(QStringLiteral("640Mi")));
        QCOMPARE(text->verticalScrollBar()->value(), scroll);
        QCOMPARE(text->textCursor().selectedText(), QStringLiteral("containerPort"));
    }

    void linesOfTheSelectedSettingAreLit() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        PreviewView view(session);
        view.show();
        for (const Artifact& each : session.analysis()->artifacts) {
            if (each.path.ends_with(".yaml")) session.navigation().selectArtifact(each.path);
        }
        session.navigation().select({"Cloud.toml", *toml::readPath("cloud.deployment.max_memory")});
        QStringList lit;
        for (const auto& selection : view.text()->extraSelections()) {
            if (selection.format.boolProperty(QTextFormat::FullWidthSelection))
                lit << selection.cursor.block().text();
        }
        QVERIFY2(std::ranges::any_of(
                     lit, [](const QString& line) { return line.contains(QStringLiteral("512Mi")); }),
                 qPrintable(lit.join(QLatin1Char('|'))));
    }

    void otherFilesOfTheSettingAreLinkedByNamesThatTellThemApart() {
        FilesOnDisk disk(
            {{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n"},
             {"main.bal", "public function main() {\n}\n"},
             {"Deployment.toml", "targets = [\"vm\"]\n[[node]]\nname = \"a-1\"\nrole = \"service\"\n"
                                 "[[node]]\nname = \"a-2\"\nrole = \"service\"\n"}});
        Session session;
        QVERIFY(session.open(disk.path()));
        QVERIFY(settle(session));
        PreviewView view(session);
        view.show();
        session.navigation().selectArtifact("RUNBOOK.md");
        session.navigation().select({"Deployment.toml", *toml::readPath("vm.stop_timeout")});
        const auto labels = view.findChildren<QLabel*>();
        const auto hint = std::ranges::find_if(
            labels, [](const QLabel* label) { return label->text().contains(QLatin1String("<a href")); });
        QVERIFY(hint != labels.end());
        for (const char* path : {"vm/systemd/a-1/orders.service", "vm/systemd/a-2/orders.service"})
            QVERIFY2((*hint)->text().contains(QLatin1String(path) + QLatin1String("</a>")),
                     qPrintable((*hint)->text()));
    }

    void theListTellsWhatChangedSinceTheExportAndHowManyFindings() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        PreviewView view(session);
        view.show();
        QCOMPARE(view.files()->texts(), (QStringList{QStringLiteral("docker/orders/Dockerfile"),
                                                     QStringLiteral("kubernetes/orders/orders.yaml")}));
        LastExport last;
        for (const Artifact& each : session.analysis()->artifacts)
            last.artifacts.emplace(each.path, fingerprints(each.text));
        last.artifacts.erase("docker/orders/Dockerfile");
        last.artifacts.emplace("compose/orders/compose.yaml", "");
        session.setLastExport(last);
        QCOMPARE(view.files()->texts(),
                 (QStringList{QStringLiteral("docker/orders/Dockerfile | added"),
                              QStringLiteral("kubernetes/orders/orders.yaml"),
                              QStringLiteral("compose/orders/compose.yaml | removed")}));
        const std::string cloud(session.snapshot()->text("Cloud.toml"));
        session.submit(
            difference("Cloud.toml", cloud, std::string(cloud).replace(cloud.find("512Mi"), 5, "50Mi")),
            QStringLiteral("test"));
        QVERIFY(settle(session));
        QVERIFY2(
            view.files()->texts()[1].startsWith(QStringLiteral("kubernetes/orders/orders.yaml | changed")),
            qPrintable(view.files()->texts()[1]));
    }

    void findingsAreCountedForTheFilesTheyAreAbout() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        PreviewView view(session);
        view.show();
        const std::string cloud(session.snapshot()->text("Cloud.toml"));
        session.submit(difference("Cloud.toml", cloud,
                                  std::string(cloud).replace(cloud.find("\"512Mi\""), 7, "\"512 MB\"")),
                       QStringLiteral("test"));
        QVERIFY(settle(session));
        QCOMPARE(view.files()->texts(), (QStringList{QStringLiteral("docker/orders/Dockerfile"),
                                                     QStringLiteral("kubernetes/orders/orders.yaml | 1")}));
    }

    void changedLinesSinceTheExportHaveAMark() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        PreviewView view(session);
        view.show();
        session.navigation().selectArtifact("kubernetes/orders/orders.yaml");
        LastExport last;
        for (const Artifact& each : session.analysis()->artifacts)
            last.artifacts.emplace(each.path, fingerprints(each.text));
        session.setLastExport(last);
        QVERIFY(view.text()->changes() == LineChanges());
        const std::string cloud(session.snapshot()->text("Cloud.toml"));
        session.submit(
            difference("Cloud.toml", cloud, std::string(cloud).replace(cloud.find("512Mi"), 5, "640Mi")),
            QStringLiteral("test"));
        QVERIFY(settle(session));
        const int line = view.text()->document()->find(QStringLiteral("640Mi")).blockNumber();
        QVERIFY((view.text()->changes() == LineChanges{{line}, {}}));
    }

    void typingIntoItSaysWhyNotAndOffersTheSetting() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        PreviewView view(session);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        session.navigation().selectArtifact("kubernetes/orders/orders.yaml");
        const QString before = view.text()->toPlainText();
        const QTextCursor cursor = view.text()->document()->find(QStringLiteral("512Mi"));
        view.text()->setTextCursor(cursor);
        QTest::keyClicks(view.text(), QStringLiteral("6"));
        QCOMPARE(view.text()->toPlainText(), before);
        QStringList said;
        for (const auto* label : view.findChildren<QLabel*>())
            if (label->isVisible()) said << label->text();
        QVERIFY2(said.join(QLatin1Char('|')).contains(QStringLiteral("generated, read only")),
                 qPrintable(said.join(QLatin1Char('|'))));
        QToolButton* go = nullptr;
        for (auto* button : view.findChildren<QToolButton*>())
            if (button->accessibleName() == QLatin1String("Go to setting cloud.deployment.max_memory"))
                go = button;
        QVERIFY(go);
        const QSignalSpy wanted(&session.navigation(), &Navigation::settingWanted);
        go->click();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(toml::toText(session.navigation().selection().path), "cloud.deployment.max_memory");
    }

    void secretsStayMaskedWhenShownCopiedAndSaved() {
        const FilesOnDisk project(
            {{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = "
                                "\"1.0.0\"\n\n[build-options]\ncloud = \"k8s\"\n"},
             {"Cloud.toml", "[[cloud.config.secrets]]\nfile = \"secret.toml\"\n"},
             {"secret.toml", "password = \"hush-hush\"\n"},
             {"main.bal", "configurable string password = ?;\npublic function main() {\n}\n"}});
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        PreviewView view(session);
        view.show();
        const QString plain = QString::fromLatin1(QByteArray("password = \"hush-hush\"\n").toBase64());
        bool hasSecret = false;
        for (const Artifact& each : session.analysis()->artifacts) {
            if (each.binary) continue;
            session.navigation().selectArtifact(each.path);
            hasSecret = hasSecret || view.text()->toPlainText().contains(QStringLiteral("kind: \"Secret\""));
            for (auto* button : view.findChildren<QToolButton*>())
                if (button->accessibleName() == QLatin1String("Copy this file")) button->click();
            const QString saved = m_folder.filePath(QStringLiteral("saved"));
            view.saveTo(saved);
            QFile file(saved);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString copied = QGuiApplication::clipboard()->text();
            QCOMPARE(copied, view.text()->toPlainText());
            QCOMPARE(QString::fromUtf8(file.readAll()), copied);
            for (const QString& secret : {plain, QStringLiteral("hush-hush")})
                QVERIFY(!copied.contains(secret));
        }
        QVERIFY(hasSecret);
    }

    void theExportedFileCanBeShownInTheFileManager() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        PreviewView view(session);
        view.show();
        QToolButton* open = nullptr;
        for (auto* button : view.findChildren<QToolButton*>())
            if (button->accessibleName() == QLatin1String("Show in the file manager")) open = button;
        QVERIFY(open && !open->isEnabled());
        QVERIFY(open->toolTip().contains(QStringLiteral("not exported yet")));
        const QString bundle = m_folder.filePath(QStringLiteral("bundle"));
        QVERIFY(QDir().mkpath(bundle + QStringLiteral("/docker/orders")));
        QFile file(bundle + QStringLiteral("/docker/orders/Dockerfile"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        LastExport last;
        last.path = bundle.toStdString();
        session.setLastExport(last);
        QVERIFY(open->isEnabled());
        QVERIFY(open->toolTip().endsWith(QStringLiteral("/bundle/docker/orders/Dockerfile")));
    }

private:
    QTemporaryDir m_folder;
};

ARABESQUE_TEST(PreviewViewTest)
#include "preview_view_test.moc"
