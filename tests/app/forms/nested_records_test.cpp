#include "app/forms/field_row.h"
#include "app/forms/form_layout.h"
#include "app/forms/record_edits.h"
#include "tests/app/event_count.h"
#include "tests/app/forms/opened_form.h"
#include "tests/support/test_main.h"

#include <QLineEdit>
#include <QListWidget>

#include <algorithm>

using namespace arabesque;

namespace {

const char* const config = "[[acme.types.backends]]\nid = \"stock\"\nurl = \"https://stock\"\n\n"
                           "[[acme.types.backends.routes]]\npath = \"/a\"\n\n"
                           "[[acme.types.backends.routes.limits]]\nname = \"day\"\n\n"
                           "[[acme.types.backends.routes.limits]]\nname = \"night\"\n\n"
                           "[[acme.types.backends]]\nid = \"mail\"\nurl = \"https://mail\"\n\n"
                           "[[acme.types.backends.routes]]\npath = \"/b\"\n";

/// The form of a Config.toml for a program with every type, shown.
class Opened : public OpenedForm {
public:
    explicit Opened(const char* text = config) : OpenedForm("Config.toml", text, "tests/data/every-type") {}

    [[nodiscard]] QListWidget* list(const char* label) const {
        for (auto* list : page->findChildren<QListWidget*>())
            if (list->accessibleName() == QLatin1String(label)) return list;
        qFatal("no list of %s", label);
    }
};

QStringList entriesOf(const QListWidget& list) {
    QStringList entries;
    for (int i = 0; i < list.count(); ++i) entries << list.item(i)->text();
    return entries;
}

QString shownIn(const FieldRow& row) {
    return qobject_cast<QLineEdit*>(row.input())->text();
}

}

class NestedRecordsTest final : public QObject {
    Q_OBJECT

private slots:
    void arraysInsideRecordsAreSectionsInsideSections() {
        Schema schema("Config.toml", "Config.toml");
        schema.add(Table{.path = ""});
        schema.add(Table{.path = "a", .records = true});
        schema.add(Field{.path = "a[].name"});
        schema.add(Table{.path = "a[].pool"});
        schema.add(Field{.path = "a[].pool.size"});
        schema.add(Table{.path = "a[].pool.hosts", .records = true});
        schema.add(Field{.path = "a[].pool.hosts[].name"});
        const auto sections = sectionsOf(schema);
        QCOMPARE(sections.size(), 1u);
        QCOMPARE(sections[0].fields.size(), 2u);
        QCOMPARE(sections[0].inner.size(), 1u);
        QCOMPARE(sections[0].inner[0].table->path, "a[].pool.hosts");
        QCOMPARE(sections[0].inner[0].fields.size(), 1u);
    }

    void eachLevelOfAPathHasItsOwnElement() {
        const std::size_t elements[] = {2, 5};
        QCOMPARE(toml::toText(pathFor("a[].b[].c", elements)), "a[2].b[5].c");
        QCOMPARE(toml::toText(pathFor("a[].b[].c[].d", elements)), "a[2].b[5].c[0].d");
        QCOMPARE(toml::toText(pathFor("a[].b", elements)), "a[2].b");
        QCOMPARE(toml::toText(pathFor("a.b")), "a.b");
        QVERIFY(pathFor("").empty());
    }

    void aListShowsTheRecordsInsideTheChosenOne() {
        const Opened opened;
        QVERIFY(opened.ok);
        QCOMPARE(entriesOf(*opened.list("backends")), (QStringList{QStringLiteral("stock  ·  https://stock"),
                                                                   QStringLiteral("mail  ·  https://mail")}));
        const FieldRow* path = opened.row("acme.types.backends[].routes[].path");
        QCOMPARE(shownIn(*path), QStringLiteral("/a"));
        opened.list("backends")->setCurrentRow(1);
        QCOMPARE(shownIn(*path), QStringLiteral("/b"));
        QCOMPARE(toml::toText(path->path()), "acme.types.backends[1].routes[0].path");
    }

    void aListIsPaintedAnewWhereANameChangesOnly_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<bool>("painted");
        QTest::newRow("of an entry") << QByteArray("https://stock") << QByteArray("https://shelf") << true;
        QTest::newRow("of one inside an entry") << QByteArray("/a") << QByteArray("/b") << false;
    }
    void aListIsPaintedAnewWhereANameChangesOnly() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        Opened opened;
        QVERIFY(opened.ok);
        opened.page->resize(900, 4000);
        QListWidget* list = opened.list("backends");
        QVERIFY(QTest::qWaitFor([&] { return !list->viewport()->visibleRegion().isEmpty(); }));
        QCoreApplication::processEvents();
        const EventCount paints(*list->viewport(), QEvent::Paint);
        const std::size_t at = opened.text().find(before.toStdString());
        const Change change{
            "Config.toml", {at, at + static_cast<std::size_t>(before.size())}, after.toStdString()};
        opened.session.submit(Edit{{change}}, QStringLiteral("other value"));
        QVERIFY(settle(opened.session));
        QCoreApplication::processEvents();
        QTEST(paints.count > 0, "painted");
    }

    void aFieldThreeLevelsDeepChangesItsOwnBytes() {
        const Opened opened;
        QVERIFY(opened.ok);
        FieldRow* name = opened.row("acme.types.backends[].routes[].limits[].name");
        opened.page->reveal(*toml::readPath("acme.types.backends[0].routes[0].limits[1].name"), true);
        QCOMPARE(shownIn(*name), QStringLiteral("night"));
        QTest::keyClicks(name->input(), QStringLiteral("7"));
        std::string expected = config;
        expected.insert(expected.find("night"), "7");
        QCOMPARE(opened.text(), expected);
    }

    void aRecordIsAddedInsideARecordByKeyboardAndUndone() {
        Opened opened;
        QVERIFY(opened.ok);
        QListWidget* limits = nullptr;
        for (auto* list : opened.page->findChildren<QListWidget*>())
            if (entriesOf(*list).contains(QStringLiteral("night"))) limits = list;
        QVERIFY(limits);
        limits->setFocus();
        QTest::keyClick(limits, Qt::Key_Insert);
        QCOMPARE(limits->count(), 3);
        std::string expected = config;
        expected.insert(expected.find("[[acme.types.backends]]\nid = \"mail\""),
                        "[[acme.types.backends.routes.limits]]\nname = \"\"\n\n");
        QCOMPARE(opened.text(), expected);
        opened.session.history().undo();
        QCOMPARE(opened.text(), std::string(config));
    }

    void entriesMoveAreCopiedAndRemovedByKeyboard() {
        Opened opened;
        QVERIFY(opened.ok);
        QListWidget* list = opened.list("backends");
        list->setFocus();
        const auto ids = [&] {
            QStringList found;
            for (const QString& entry : entriesOf(*list)) found << entry.section(QLatin1Char(' '), 0, 0);
            return found.join(QLatin1Char(' '));
        };
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(ids(), QStringLiteral("mail stock"));
        QCOMPARE(list->currentRow(), 1);
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(opened.text(), std::string(config));
        QTest::keyClick(list, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(ids(), QStringLiteral("stock stock mail"));
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(ids(), QStringLiteral("stock mail"));
        while (opened.session.history().canUndo()) opened.session.history().undo();
        QCOMPARE(opened.text(), std::string(config));
    }

    void recordsWrittenInlineGrowInline() {
        const Opened opened("[acme.types]\nroutes = [{ path = \"/a\", limits = [{ name = \"x\" }] }]\n");
        QVERIFY(opened.ok);
        const Schema& schema = *opened.session.schema("Config.toml");
        const std::size_t first[] = {0};
        const auto edit = addRecord("Config.toml", opened.session.document("Config.toml"), schema,
                                    *schema.table("acme.types.routes[].limits"), first);
        QVERIFY(edit);
        QCOMPARE(
            applied(opened.text(), "Config.toml", *edit),
            "[acme.types]\nroutes = [{ path = \"/a\", limits = [{ name = \"x\" }, { name = \"\" }] }]\n");
    }

    void theSecretOfARecordDoesNotNameIt() {
        const Opened opened("[[acme.types.backends]]\npassword = \"hush\"\nid = \"stock\"\nurl = \"u\"\n");
        QVERIFY(opened.ok);
        QCOMPARE(entriesOf(*opened.list("backends")), QStringList{QStringLiteral("stock  ·  u")});
    }
};

ARABESQUE_TEST(NestedRecordsTest)
#include "nested_records_test.moc"
