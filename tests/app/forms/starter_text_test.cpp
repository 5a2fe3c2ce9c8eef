#include "app/forms/starter_text.h"

#include "core/schema/cloud_toml.h"
#include "core/toml/document.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

class StarterTextTest final : public QObject {
    Q_OBJECT

private slots:
    void aNewCloudTomlShowsWhatThereIsAndSetsNothing() {
        const std::string text = starterText(cloud());
        std::string without;
        for (const QString& line : QString::fromStdString(text).split('\n')) {
            QVERIFY2(line.isEmpty() || line.startsWith("# "), qPrintable(line));
            const bool isCode = line.contains(" = ") || line.startsWith("# [");
            if (isCode) without += line.mid(2).toStdString() + '\n';
        }
        QVERIFY(toml::Document(without).valid());
        QVERIFY(without.contains("[container.image]\n") && without.contains("tag = \"latest\"\n"));
        QVERIFY(without.contains("[[cloud.config.envs]]\n") && !without.contains("cloud.config.secrets"));
    }
};

ARABESQUE_TEST(StarterTextTest)
#include "starter_text_test.moc"
