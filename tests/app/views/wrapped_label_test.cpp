#include "app/views/wrapped_label.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

/// What Qt's own label answers.
int heightOf(const WrappedLabel& label, int width) {
    QLabel plain(label.text());
    plain.setWordWrap(true);
    plain.setFont(label.font());
    plain.setContentsMargins(label.contentsMargins());
    return plain.heightForWidth(width);
}

}

class WrappedLabelTest final : public QObject {
    Q_OBJECT

private slots:
    void itIsAsHighAsItsTextForEachWidth() {
        const WrappedLabel label(
            QStringLiteral("A probe that nobody answers restarts the container again and again."));
        for (const int width : {400, 120, 120, 60, 400})
            QCOMPARE(label.heightForWidth(width), heightOf(label, width));
        QVERIFY(label.heightForWidth(60) > label.heightForWidth(400));
    }

    void anotherTextFontOrMarginIsMeasuredAnew() {
        WrappedLabel label(QStringLiteral("Short"));
        const int oneLine = label.heightForWidth(100);
        label.setText(QStringLiteral("As long as it takes to need several lines of a narrow label"));
        const int lines = label.heightForWidth(100);
        QVERIFY(lines > oneLine);
        label.setContentsMargins(0, 20, 0, 0);
        QCOMPARE(label.heightForWidth(100), lines + 20);
        QFont larger = label.font();
        larger.setPointSizeF(2 * larger.pointSizeF());
        label.setFont(larger);
        QVERIFY(label.heightForWidth(100) > lines + 20);
        QCOMPARE(label.heightForWidth(100), heightOf(label, 100));
    }
};

ARABESQUE_TEST(WrappedLabelTest)
#include "wrapped_label_test.moc"
