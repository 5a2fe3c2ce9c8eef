#include "tests/cli/program.h"
#include "tests/support/test_main.h"
#include "tests/validators/judges.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace arabesque::tests;

namespace {

/// TOML files and the JSON Schemas they are held against, all by one call of taplo, which takes seconds to start.
class Lint {
public:
    /// `name` is what told() is asked for; the texts are kept below `folder`.
    void add(const QString& name, const QByteArray& toml, const QByteArray& schema) {
        const QString file = QStringLiteral("%1.toml").arg(m_names.size());
        m_folder.write(file, toml);
        m_folder.write(file + ".json", schema);
        m_rules += "[[rule]]\ninclude = [\"**/" + file.toUtf8() + "\"]\n[rule.schema]\npath = '" +
                   m_folder.path(file + ".json").toUtf8() + "'\n";
        m_names << name;
    }

    void run() {
        m_folder.write("taplo.config", m_rules);
        QStringList arguments{"lint", "--config", m_folder.path("taplo.config")};
        for (qsizetype i = 0; i < m_names.size(); ++i) arguments << fileOf(i);
        QProcess taplo;
        taplo.setWorkingDirectory(m_folder.path());   // rules are about what is below it
        taplo.setProcessChannelMode(QProcess::MergedChannels);
        taplo.start(npmTool("taplo"), arguments);
        QVERIFY2(taplo.waitForFinished(), "taplo is not installed");
        m_said = taplo.readAll();
        const QByteArray seen = "found files total=" + QByteArray::number(m_names.size()) + ' ';
        QVERIFY2(m_said.contains(seen), m_said);
    }

    [[nodiscard]] const QStringList& names() const { return m_names; }
    /// What was said of one file; empty when it was taken.
    [[nodiscard]] QByteArray told(const QString& name) const {
        const QByteArray file = fileOf(m_names.indexOf(name)).toUtf8();
        QByteArray told;
        for (const QByteArray& part : parts())
            if (part.contains(file + ':')) told += part;
        const bool isInvalid = m_said.contains("path=\"" + file + '"');
        return isInvalid == told.isEmpty() ? "(taplo contradicts itself) " + m_said : told;
    }

private:
    [[nodiscard]] QString fileOf(qsizetype number) const {
        return m_folder.path(QStringLiteral("%1.toml").arg(number));
    }
    /// From one "error:" to the next.
    [[nodiscard]] QByteArrayList parts() const {
        QByteArrayList parts;
        for (qsizetype begin = m_said.indexOf("error: "); begin >= 0;) {
            const qsizetype end = m_said.indexOf("\nerror: ", begin);
            parts << m_said.mid(begin, end < 0 ? -1 : end - begin);
            begin = end < 0 ? -1 : end + 1;
        }
        return parts;
    }

    Folder m_folder;
    QStringList m_names;
    QByteArray m_rules, m_said;
};

/// A project that uses each table there is.
void writeEveryTable(const Folder& folder) {
    writeSmallProject(folder);
    folder.write("Ballerina.toml",
                 "[package]\norg = \"acme\"\nname = \"order_api\"\nversion = \"1.2.0\"\ndistribution = "
                 "\"2201.13.0\"\n[[package.modules]]\nname = \"order_api.a\"\nexport = true\n"
                 "[build-options]\ncloud = \"k8s\"\nlockingMode = \"Hard\"\n"
                 "[[dependency]]\norg = \"a\"\nname = \"b\"\nversion = \"1.0.0\"\nrepository = \"local\"\n"
                 "[platform.java21]\ngraalvmCompatible = true\n"
                 "[[platform.java21.dependency]]\npath = \"a.jar\"\nscope = \"testOnly\"\n"
                 "[[platform.java21.repository]]\nid = \"a\"\nurl = \"https://a\"\n"
                 "[[tool.openapi]]\nid = \"a\"\nfilePath = \"a.yaml\"\noptions.mode = \"client\"\n"
                 "[[tool.health.fhir]]\nid = \"b\"\ntargetModule = \"f\"\n[tool.health.fhir.options]\nx = 1\n"
                 "[persist.model]\nname = \"x\"\n");
    folder.write(
        "Config.toml",
        "[acme.order_api]\nlargest = 5\n[ballerina.log]\nlevel = \"DEBUG\"\n"
        "[[ballerina.log.modules]]\nname = \"acme/order_api\"\nlevel = \"WARN\"\n"
        "[[ballerina.log.destinations]]\npath = \"a.log\"\nrotation = { policy = \"BOTH\", maxAge = 5 }\n"
        "[ballerina.http.defaultListenerConfig]\ntimeout = 60.0\nhttp1Settings.keepAlive = \"AUTO\"\n");
}

/// What `arabesque-cli schema` prints for a document of a project.
QByteArray schemaOf(const QString& document, const Folder& project) {
    return cli({"schema", document, project.path()}).out;
}

}

/// The JSON Schemas we print work in an editor that knows nothing of us: taplo takes our projects under them and
/// refuses what is wrong, for the reason given.
class PrintedSchemasTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsRightPasses() {
        Lint lint;
        const Folder sample(sampleProject());
        mend(sample, "k8s");
        for (const char* document : {"Ballerina.toml", "Cloud.toml", "Config.toml"}) {
            QVERIFY(QFile::exists(sample.path(document)));
            lint.add(QStringLiteral("sample's ") + document, sample.read(document),
                     schemaOf(document, sample));
        }
        const Folder whole;
        writeEveryTable(whole);
        for (const char* document : {"Ballerina.toml", "Config.toml"})
            lint.add(QStringLiteral("every table of ") + document, whole.read(document),
                     schemaOf(document, whole));
        lint.run();
        for (const QString& name : lint.names()) QCOMPARE(lint.told(name), QByteArray());
    }

    void mistakesAreRefused() {
        struct Mistake {
            const char* name;
            const char* document;
            const char* text;
            const char* reason;
        };
        constexpr Mistake mistakes[] = {
            {"unknown key", "Cloud.toml", "[settings]\nwrong = 1\n", "Additional properties are not allowed"},
            {"type", "Cloud.toml", "[settings]\nthinJar = \"no\"\n", "is not of type \"boolean\""},
            {"limit", "Cloud.toml", "[cloud.deployment.autoscaling]\ncpu = 101\n",
             "is greater than the maximum of 100"},
            {"pattern", "Cloud.toml", "[container.image]\nname = \"-x\"\n", "does not match"},
            {"table for an array", "Cloud.toml", "[cloud.config.files]\nfile = \"x\"\n",
             "is not of type \"array\""},
            {"package name", "Ballerina.toml", "[package]\nname = \"a-b\"\n", "does not match"},
            {"dependency", "Ballerina.toml", "[[dependency]]\norg = \"a\"\nname = \"b\"\n",
             "\"version\" is a required property"},
            {"platform", "Ballerina.toml", "[platform.java21]\nwrong = 1\n",
             "Additional properties are not allowed"},
            {"build tool", "Ballerina.toml", "[[tool.openapi]]\nid = 5\n", "is not of type \"string\""},
            {"well-known module", "Config.toml", "[ballerina.http.defaultListenerConfig]\nhots = \"x\"\n",
             "Additional properties are not allowed"},
            {"enumeration of a well-known module", "Config.toml", "[ballerina.log]\nlevel = \"info\"\n",
             "is not one of"},
            {"configurable", "Config.toml", "[acme.order_api]\nlargest = \"x\"\n",
             "is not of type \"integer\""},
        };
        const Folder project;
        writeSmallProject(project);
        Lint lint;
        for (const Mistake& each : mistakes) lint.add(each.name, each.text, schemaOf(each.document, project));
        lint.run();
        for (const Mistake& each : mistakes) {
            const QByteArray told = lint.told(each.name);
            QVERIFY2(told.contains(each.reason), each.name + QByteArray(": ") + told);
        }
    }
};

ARABESQUE_TEST(PrintedSchemasTest)

#include "printed_schemas_test.moc"
