#include "app/configuration/environments_page.h"

#include "app/configuration/matrix_model.h"
#include "app/forms/form_page.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTreeView>

using namespace arabesque;

namespace {

const std::vector<NewFile> twoEnvironments{
    {"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n\n"
                       "[build-options]\ncloud = \"k8s\"\n"},
    {"main.bal", "configurable int limits = 1;\nconfigurable string password = ?;\n"},
    {"Cloud.toml", "[cloud.deployment]\nmax_memory = \"512Mi\"\n"},
    {"Config.toml", "limits = 2\npassword = \"geheim\"\n"},
    {"Config.production.toml", "limits = 3\n"},
    {"Deployment.toml", "[[environment]]\nname = \"staging\"\n\n[[environment]]\nname = \"production\"\n"
                        "set = { \"cloud.deployment.max_memory\" = \"2Gi\" }\n"}};

/// The page of a project, with its texts after each edit.
struct Page {
    explicit Page(const std::vector<NewFile>& files) : disk(files) {
        if (!session.open(disk.path()) || !settle(session)) qFatal("the project does not open");
        page = std::make_unique<EnvironmentsPage>(session);
        page->show();
        model = page->findChild<MatrixModel*>();
    }

    [[nodiscard]] int rowOf(const QString& name) const {
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data().toString() == name) return row;
        return -1;
    }
    [[nodiscard]] QModelIndex cell(const QString& name, int environment) const {
        return model->index(rowOf(name), MatrixModel::FirstEnvironment + environment);
    }

    FilesOnDisk disk;
    Session session;
    std::unique_ptr<EnvironmentsPage> page;
    MatrixModel* model = nullptr;
};

}

class EnvironmentsPageTest : public QObject {
    Q_OBJECT

private slots:
    void aCellShowsValueAndStateInWords() {
        const Page page(twoEnvironments);
        QCOMPARE(page.cell("acme.orders.limits", 1).data().toString(), QStringLiteral("3"));
        QCOMPARE(page.cell("acme.orders.limits", 1).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("3, set here"));
        QCOMPARE(page.cell("acme.orders.limits", 0).data().toString(), QStringLiteral("≠ 2"));
        QCOMPARE(page.cell("acme.orders.password", 1).data().toString(), QStringLiteral("missing"));
        QCOMPARE(page.cell("cloud.deployment.max_memory", 1).data(Qt::ToolTipRole).toString(),
                 QStringLiteral("\"2Gi\", overridden"));
    }
    void secretsAreMasked() {
        const Page page(twoEnvironments);
        const QModelIndex secret = page.cell("acme.orders.password", 0);
        for (const int role : {Qt::DisplayRole, Qt::EditRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
            QVERIFY(!secret.data(role).toString().contains(QLatin1String("geheim")));
    }
    void aValueIsWrittenWhereItsEnvironmentHasIt() {
        Page page(twoEnvironments);
        QVERIFY(page.model->setData(page.cell("acme.orders.limits", 1), QStringLiteral("9"), Qt::EditRole));
        QCOMPARE(std::string(page.session.snapshot()->text("Config.production.toml")), "limits = 9\n");
        page.session.history().undo();
        QCOMPARE(std::string(page.session.snapshot()->text("Config.production.toml")), "limits = 3\n");
    }
    void textThatIsNoValueBecomesAString() {
        Page page(twoEnvironments);
        QVERIFY(
            page.model->setData(page.cell("acme.orders.password", 1), QStringLiteral("neu"), Qt::EditRole));
        QVERIFY(page.session.snapshot()->text("Config.production.toml").contains("password = \"neu\""));
    }
    void onlyDifferencesHidesTheRest() {
        Page page(twoEnvironments);
        const int all = page.model->rowCount();
        page.model->setOnlyDifferences(true);
        QVERIFY(page.model->rowCount() <= all);
        QVERIFY(page.rowOf("acme.orders.limits") >= 0);
    }
    void withoutEnvironmentsTheyAreDeclaredWithOneButton() {
        Page page({twoEnvironments[0], twoEnvironments[1]});
        const auto buttons = page.page->findChildren<QPushButton*>();
        const auto create =
            std::ranges::find(buttons, QStringLiteral("Declare staging and production"), &QPushButton::text);
        QVERIFY(create != buttons.end());
        (*create)->click();
        QVERIFY(settle(page.session));
        QCOMPARE(page.session.analysis()->deployment.environments.size(), 2u);
        QCOMPARE(page.session.history().undoText(), QStringLiteral("Declare staging and production"));
    }
    void itsConfigurationHasAFormOfItsOwn() {
        Page page(twoEnvironments);
        FormPage form(page.session, "Config.production.toml");
        form.show();
        auto* limits = form.findChild<QSpinBox*>();
        QVERIFY(limits != nullptr);
        QCOMPARE(limits->value(), 3);
        limits->stepUp();
        QVERIFY(QTest::qWaitFor(
            [&] { return page.session.snapshot()->text("Config.production.toml") == "limits = 4\n"; }, 5000));
        QCOMPARE(std::string(page.session.snapshot()->text("Config.toml")),
                 "limits = 2\npassword = \"geheim\"\n");
    }
    void choosingOneMakesTheFilesOfIt() {
        Page page(twoEnvironments);
        page.session.setEnvironment("production");
        QVERIFY(QTest::qWaitFor([&] { return page.session.analysis()->deployment.environment.has_value(); },
                                10000));
        QVERIFY(page.session.analysis()->artifact("kubernetes/orders/orders.yaml")->text.contains("2Gi"));
        QVERIFY(page.session.hasForm("Config.production.toml"));
    }
};

ARABESQUE_TEST(EnvironmentsPageTest)
#include "environments_page_test.moc"
