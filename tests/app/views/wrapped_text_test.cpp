#include "app/views/wrapped_text.h"

#include "app/views/layout.h"
#include "tests/app/views/asked_page.h"
#include "tests/support/test_main.h"

#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

using namespace arabesque;
using arabesque::tests::AskedPage;

namespace {

const QString sentence =
    QStringLiteral("A probe that nobody answers restarts the container again and again.");

/// What a label of Qt would answer.
int heightOf(const QString& text, const QFont& font, int width) {
    QLabel label(text);
    label.setWordWrap(true);
    label.setFont(font);
    return label.heightForWidth(width);
}

}

class WrappedTextTest final : public QObject {
    Q_OBJECT

private slots:
    void itIsAsHighAsALabelForEachWidth() {
        WrappedText text(Role::Text, nullptr, sentence);
        for (const int width : {1000, 400, 120, 120, 80, 400, 1000})
            QCOMPARE(text.heightForWidth(width), heightOf(sentence, text.font(), width));
        text.setContentsMargins(10, 3, 20, 4);
        QCOMPARE(text.heightForWidth(150), heightOf(sentence, text.font(), 120) + 7);
    }

    void anotherTextOrFontIsMeasuredAnew() {
        WrappedText text(Role::Text, nullptr, QStringLiteral("Short"));
        const int line = text.heightForWidth(120);
        text.setText(sentence);
        QVERIFY(text.heightForWidth(120) > line);
        QFont larger = text.font();
        larger.setPointSizeF(2 * larger.pointSizeF());
        text.setFont(larger);
        QCOMPARE(text.heightForWidth(120), heightOf(sentence, larger, 120));
    }

    void linesOfTheTextItselfAreKept() {
        const WrappedText text(Role::Text, nullptr, QStringLiteral("One\nTwo\nThree"));
        QCOMPARE(text.heightForWidth(400), 3 * text.fontMetrics().height());
    }

    void whatKeepsItsHeightAsksForNoOtherLayout() {
        AskedPage page;
        auto* layout = new QVBoxLayout(&page);
        auto* text = new WrappedText(Role::Text, &page, QStringLiteral("n needs a value"));
        layout->addWidget(text);
        layout->addStretch(1);
        page.resize(300, 200);
        page.show();
        QCoreApplication::processEvents();
        layOutNow();
        page.asked = 0;
        text->setText(QStringLiteral("no needs a value"));
        QCoreApplication::processEvents();
        QCOMPARE(page.asked, 0);
        const int before = text->height();
        text->setText(sentence + sentence);
        QCoreApplication::processEvents();
        QVERIFY(page.asked > 0);
        QVERIFY(text->height() > before);
        QCOMPARE(text->height(), text->heightForWidth(text->width()));
    }

    /// Layouts remember heights of earlier texts for widths that a text has not had since.
    void itHasRoomAtAWidthItHadBefore() {
        QWidget page;
        auto* layout = new QVBoxLayout(&page);
        layout->setContentsMargins(0, 0, 0, 0);
        auto* text = new WrappedText(Role::Text, &page, QStringLiteral("Short"));
        layout->addWidget(text);
        layout->addStretch(1);
        page.resize(120, 300);
        page.show();
        page.resize(900, 300);
        QCoreApplication::processEvents();
        text->setText(sentence);   // one line, as before
        page.resize(120, 300);
        QCoreApplication::processEvents();
        QVERIFY(text->height() >= text->heightForWidth(120));
    }

    void readersHearItsText() {
        WrappedText text(Role::Text, nullptr, QStringLiteral("One"));
        QCOMPARE(text.accessibleName(), QStringLiteral("One"));
        text.setText(QStringLiteral("Two"));
        QCOMPARE(text.accessibleName(), QStringLiteral("Two"));
    }
};

ARABESQUE_TEST(WrappedTextTest)
#include "wrapped_text_test.moc"
