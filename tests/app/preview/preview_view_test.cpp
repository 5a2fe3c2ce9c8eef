#include "app/preview/artifact_text.h"
#include "app/preview/preview_view.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QScrollBar>
#include <QTextBlock>

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
};

ARABESQUE_TEST(PreviewViewTest)
#include "preview_view_test.moc"
