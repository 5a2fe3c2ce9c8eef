#include "app/views/elided_label.h"

#include "tests/app/views/asked_page.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QTest>

using namespace arabesque;
using arabesque::tests::AskedPage;

namespace {

/// A page with a label at its left.
class Page final : public AskedPage {
public:
    Page() : label(new ElidedLabel(Qt::ElideRight, Role::Text, this)) {
        auto* layout = new QHBoxLayout(this);
        label->setWhole(QStringLiteral("12 errors"));
        layout->addWidget(label);
        layout->addStretch(1);
        resize(600, 100);
        show();
        QCoreApplication::processEvents();
        asked = 0;
    }

    ElidedLabel* label;
};

}

class ElidedLabelTest final : public QObject {
    Q_OBJECT

private slots:
    void allOfItIsInItsToolTipAndForReaders() {
        ElidedLabel label(Qt::ElideMiddle, Role::Muted, nullptr);
        label.setWhole(QStringLiteral("cloud.deployment.max_memory"));
        QCOMPARE(label.toolTip(), QStringLiteral("cloud.deployment.max_memory"));
        QCOMPARE(label.accessibleName(), label.whole());
    }

    void onlyALongerTextAsksForAnotherLayout() {
        Page page;
        const int before = page.label->width();
        page.label->setWhole(QStringLiteral("2 errors"));
        QCoreApplication::processEvents();
        QCOMPARE(page.asked, 0);
        page.label->setWhole(QStringLiteral("12 errors, 34 warnings"));
        QCoreApplication::processEvents();
        QVERIFY(page.asked > 0);
        QVERIFY(page.label->width() > before);
    }

    void whereItTakesTheRoomThereIsNoTextDoes() {
        Page page;
        page.label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        QCoreApplication::processEvents();
        page.asked = 0;
        page.label->setWhole(QStringLiteral("12 errors, 34 warnings"));
        QCoreApplication::processEvents();
        QCOMPARE(page.asked, 0);
    }

    void aFontThatIsSetStays() {
        Page page;
        const QFont font = codeFont();
        page.label->setFont(font);
        page.label->setWhole(QStringLiteral("[cloud.deployment]"));
        QCOMPARE(page.label->font().family(), font.family());
    }
};

ARABESQUE_TEST(ElidedLabelTest)
#include "elided_label_test.moc"
