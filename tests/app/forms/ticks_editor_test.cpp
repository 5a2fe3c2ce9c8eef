#include "app/forms/field_row.h"
#include "app/forms/form_page.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QAccessible>
#include <QLineEdit>
#include <QListWidget>

#include <algorithm>

using namespace arabesque;

namespace {

/// The form of a Deployment.toml, and the ticks of its targets.
class ShownTargets {
public:
    explicit ShownTargets(const std::string& deployment)
        : m_project(
              {{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n"},
               {"main.bal", "public function main() {\n}\n"},
               {"Deployment.toml", deployment}}) {
        if (!session.open(m_project.path()) || !settle(session)) qFatal("the project cannot be opened");
        page = std::make_unique<FormPage>(session, "Deployment.toml");
        page->resize(900, 700);
        page->show();
        if (!QTest::qWaitForWindowExposed(page.get())) qFatal("the form is not shown");
    }

    [[nodiscard]] QListWidget& list(const char* key = "targets") const {
        const auto rows = page->rows();
        const auto row =
            std::ranges::find_if(rows, [&](const FieldRow* each) { return each->field().path == key; });
        auto* found = row == rows.end() ? nullptr : qobject_cast<QListWidget*>((*row)->input());
        if (!found) qFatal("%s has no ticks", key);
        return *found;
    }
    [[nodiscard]] QStringList ticked() const {
        QStringList names;
        for (int row = 0; row < list().count(); ++row)
            if (list().item(row)->checkState() == Qt::Checked) names << list().item(row)->text();
        return names;
    }
    void toggle(const QString& name) const {
        const auto found = list().findItems(name, Qt::MatchExactly);
        if (found.isEmpty()) qFatal("no choice %s", qPrintable(name));
        list().setCurrentItem(found.front());
        QTest::keyClick(&list(), Qt::Key_Space);
    }
    [[nodiscard]] std::string text() const {
        return std::string(session.snapshot()->text("Deployment.toml"));
    }

    Session session;
    std::unique_ptr<FormPage> page;

private:
    FilesOnDisk m_project;
};

}

class TicksEditorTest final : public QObject {
    Q_OBJECT

private slots:
    void eachTickIsOneEdit() {
        ShownTargets shown("targets = [\"vm\", \"docker\"]   # for now\n");
        QCOMPARE(shown.ticked(), (QStringList{"docker", "vm"}));
        shown.toggle("k8s");
        QCOMPARE(shown.text(), "targets = [\"vm\", \"docker\", \"k8s\"]   # for now\n");
        shown.toggle("vm");
        QCOMPARE(shown.text(), "targets = [\"docker\", \"k8s\"]   # for now\n");
        shown.session.history().undo();
        shown.session.history().undo();
        QCOMPARE(shown.text(), "targets = [\"vm\", \"docker\"]   # for now\n");
        QCOMPARE(shown.ticked(), (QStringList{"docker", "vm"}));
    }

    void whatIsNotKnownStays() {
        ShownTargets shown("targets = [\"mainframe\", \"docker\"]\n");
        QCOMPARE(shown.ticked(), (QStringList{"docker", "\"mainframe\" (not known)"}));
        shown.toggle("vm");
        QCOMPARE(shown.text(), "targets = [\"mainframe\", \"docker\", \"vm\"]\n");
        shown.toggle("\"mainframe\" (not known)");
        QCOMPARE(shown.text(), "targets = [\"docker\", \"vm\"]\n");
    }

    void theNameBesideATickTogglesIt() {
        ShownTargets shown("targets = [\"docker\"]\n");
        QListWidget& list = shown.list();
        QListWidgetItem* vm = list.findItems("vm", Qt::MatchExactly).front();
        list.scrollToItem(vm);
        const QRect place = list.visualItemRect(vm);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, QPoint(place.left() + 34, place.center().y()));
        QCOMPARE(shown.text(), "targets = [\"docker\", \"vm\"]\n");
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, QPoint(place.left() + 12, place.center().y()));
        QCOMPARE(shown.text(), "targets = [\"docker\"]\n");
    }

    void manyChoicesAreLookedForByName() {
        const ShownTargets shown("leave_out = [\"container\"]\n");
        QListWidget& list = shown.list("leave_out");
        auto* filter = list.parentWidget()->findChild<QLineEdit*>();
        QVERIFY(filter && filter->isVisible() && !filter->accessibleName().isEmpty());
        const auto inSight = [&] {
            QStringList names;
            for (int row = 0; row < list.count(); ++row)
                if (!list.isRowHidden(row)) names << list.item(row)->text();
            return names;
        };
        const QStringList all = inSight();
        const int height = list.height();
        list.setCurrentRow(0);
        filter->setFocus();
        QTest::keyClicks(filter, all.back().toUpper());
        QVERIFY(inSight().contains(all.back()));
        QVERIFY(inSight().size() < all.size() / 2);
        QVERIFY(list.height() < height);
        const std::string before = shown.text();
        list.setFocus();
        QVERIFY(!list.isRowHidden(list.currentRow()));   // what Space would tick
        QTest::keyClick(&list, Qt::Key_Down);
        QTest::keyClick(filter, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(filter, Qt::Key_Delete);
        QCOMPARE(inSight(), all);
        QCOMPARE(list.height(), height);
        QCOMPARE(shown.text(), before);   // looking for a choice changes nothing
        QVERIFY(!shown.list().parentWidget()->findChild<QLineEdit*>());   // a few are seen at a glance
    }

    void ticksAreHeard() {
        ShownTargets shown("targets = [\"docker\"]\n");
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&shown.list());
        QVERIFY(list && !list->text(QAccessible::Name).isEmpty());
        QCOMPARE(list->childCount(), shown.list().count());
        QCOMPARE(list->child(0)->text(QAccessible::Name), shown.list().item(0)->text());
        QVERIFY(list->child(0)->state().checkable);
    }
};

ARABESQUE_TEST(TicksEditorTest)
#include "ticks_editor_test.moc"
