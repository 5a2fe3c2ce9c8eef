#include "core/diagram/measures.h"
#include "core/diagram/svg.h"
#include "tests/support/big_deployments.h"
#include "tests/support/test_main.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

/// Contents of all <text> elements; the document is well-formed.
QStringList textsOf(const std::string& svg) {
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    QStringList texts;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("text"))
            texts.append(reader.readElementText());
    }
    if (reader.hasError()) qFatal("%s", qPrintable(reader.errorString()));
    return texts;
}

std::string svgOf(const std::string& deploymentToml) {
    return toSvg(diagramOf(tests::topologyOf(deploymentToml)));
}

}

class SvgTest : public QObject {
    Q_OBJECT

private slots:
    void textStaysText() {
        const QStringList texts = textsOf(svgOf("[[region]]\nname = \"eu\"\nrole = \"primary\"\n"
                                                "[[node]]\nname = \"orders-1\"\nrole = \"service\"\nhost = "
                                                "\"10.0.1.11\"\nreplicas = 3\nstate = \"standby\"\n"));
        for (const char* text : {"Region eu · primary", "Clients", "orders-1", "Service × 3 · standby",
                                 "10.0.1.11:9090", "HTTP 9090"})
            QVERIFY2(texts.contains(QString::fromUtf8(text)), text);
    }

    void linesPassBehindTheNamesOfRegions() {
        const std::string svg = svgOf("[[region]]\nname = \"eu\"\nrole = \"primary\"\n"
                                      "[[node]]\nname = \"orders-1\"\nrole = \"service\"\nregion = \"eu\"\n");
        QVERIFY(svg.contains("<polyline"));
        QVERIFY(svg.rfind("<polyline") < svg.find("Region eu"));
    }

    void whateverIsWrittenIsEscaped() {
        const std::string text =
            "[[node]]\nname = \"<&\\\"'\\u0001\\n>\"\nrole = \"</text>\"\nhost = \"]]>\"\n";
        const QStringList texts = textsOf(svgOf(text));
        QVERIFY2(texts.contains(QString::fromUtf8("<&\"'\xEF\xBF\xBD\n>")), qPrintable(texts.join('|')));
        QVERIFY(texts.contains("Unknown role </text>"));
    }

    void longNamesAreCutInThePictureOnly() {
        const std::string name(60, 'x');
        const std::string svg = svgOf("[[node]]\nname = \"" + name + "\"\nrole = \"service\"\n");
        for (const QString& text : textsOf(svg)) QVERIFY(text.size() < 40);
        QVERIFY(svg.contains("<title>" + name + ", Service"));
    }

    void standbyIsDashed() {
        const std::string svg = svgOf("[[node]]\nname = \"a\"\nrole = \"service\"\nstate = \"standby\"\n");
        QVERIFY(svg.contains("stroke-dasharray=\"6 4\""));
    }

    void largePicturesAreWellFormed() { QVERIFY(textsOf(svgOf(realisticDeployment(1000))).size() > 2000); }

    void widthsCountCharactersNotBytes() {
        QVERIFY(measures::textWidth("ä", 10) < measures::textWidth("aa", 10));
        QCOMPARE(measures::fitted("short", 10, 100), "short");
        const std::string cut = measures::fitted("äääääääääääääääääää", 10, 40);
        QVERIFY(cut.ends_with("ä…"));
        QVERIFY(measures::textWidth(cut, 10) < 50);
    }
};

ARABESQUE_TEST(SvgTest)
#include "svg_test.moc"
