#include "app/views/views.h"

#include "app/window/commands.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QSet>
#include <QtTest>

using namespace arabesque;

class ViewsTest final : public QObject {
    Q_OBJECT

private slots:
    void everyViewHasATitleAnIconAndAnIdOfItsOwn() {
        QSet<QString> ids;
        for (const ViewEntry* view : allViews()) {
            const QString id = QString::fromLatin1(view->id);
            QVERIFY2(!ids.contains(id), view->id);
            ids.insert(id);
            QVERIFY2(!view->title.empty(), view->id);
            QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(QString::fromLatin1(view->icon))),
                     view->icon);
        }
        QVERIFY(ids.size() >= 8);
    }

    void everyCommandStandsInAMenuAndHasItsIcon() {
        QSet<QString> ids;
        for (const Command& command : allCommands()) {
            QVERIFY2(!ids.contains(QString::fromLatin1(command.id)), command.id);
            ids.insert(QString::fromLatin1(command.id));
            QVERIFY2(!command.menu.empty() && !command.text.empty(), command.id);
            const QString icon = QString::fromLatin1(command.icon);
            QVERIFY2(icon.isEmpty() || QFile::exists(QStringLiteral(":/icons/%1.svg").arg(icon)),
                     command.icon);
        }
    }
};

ARABESQUE_TEST(ViewsTest)
#include "views_test.moc"
