#include "app/window/crumbs.h"

#include "tests/support/test_main.h"

#include <QHBoxLayout>
#include <QTest>

using namespace arabesque;

namespace {

/// Counts how often it is laid out.
class Bar final : public QWidget {
public:
    int layouts = 0;

protected:
    bool event(QEvent* event) override {
        layouts += event->type() == QEvent::LayoutRequest;
        return QWidget::event(event);
    }
};

}

class CrumbsTest final : public QObject {
    Q_OBJECT

private slots:
    void theWholeWayIsSaid() {
        Crumbs crumbs(nullptr);
        crumbs.setPlace(QStringLiteral("Cloud.toml"),
                        {QStringLiteral("Deployment"), QStringLiteral("Memory limit")});
        QCOMPARE(crumbs.accessibleName(), QStringLiteral("Cloud.toml ▸ Deployment ▸ Memory limit"));
        crumbs.setPlace(QStringLiteral("Topology"), {});
        QCOMPARE(crumbs.accessibleName(), QStringLiteral("Topology"));
    }

    void anotherPlaceIsPaintedAndNothingLaidOut() {
        Bar bar;
        bar.resize(400, 30);
        auto* crumbs = new Crumbs(&bar);
        auto* layout = new QHBoxLayout(&bar);
        layout->addWidget(crumbs, 1);
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        QCoreApplication::sendPostedEvents();
        const QImage before = crumbs->grab().toImage();
        bar.layouts = 0;
        crumbs->setPlace(QStringLiteral("Cloud.toml •"), {QStringLiteral("Deployment")});
        QCoreApplication::sendPostedEvents();
        QCOMPARE(bar.layouts, 0);
        QVERIFY(crumbs->grab().toImage() != before);
    }

    void whatHasNoRoomIsCut() {
        Crumbs crumbs(nullptr);
        crumbs.resize(60, 20);
        crumbs.setPlace(QStringLiteral("Config.toml"),
                        {QStringLiteral("acme.orders"), QStringLiteral("Largest order")});
        QCOMPARE(crumbs.grab().size().width(), 60);
        QCOMPARE(crumbs.minimumWidth(), 40);
    }
};

ARABESQUE_TEST(CrumbsTest)
#include "crumbs_test.moc"
