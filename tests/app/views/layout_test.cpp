#include "app/views/layout.h"

#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace arabesque;

class LayoutTest final : public QObject {
    Q_OBJECT

private slots:
    /// Each frame hears of the inner one only when that was laid out.
    void framesWithinFramesAreLaidOutBeforeAnythingIsPainted() {
        QWidget outermost;
        QWidget* around = &outermost;
        for (int depth = 0; depth < 4; ++depth) {
            auto* layout = new QVBoxLayout(around);
            auto* inner = new QWidget(around);
            layout->addWidget(inner);
            layout->addStretch(1);
            around = inner;
        }
        auto* layout = new QVBoxLayout(around);
        outermost.resize(400, 600);
        outermost.show();
        QCoreApplication::processEvents();
        auto* added = new QPushButton(around);
        added->setFixedHeight(50);
        layout->addWidget(added);
        added->show();
        layOutNow();
        QCOMPARE(added->height(), 50);
        for (const QWidget* each = around; each != &outermost; each = each->parentWidget())
            QVERIFY2(each->height() >= 50, qPrintable(QString::number(each->height())));
    }
};

ARABESQUE_TEST(LayoutTest)
#include "layout_test.moc"
