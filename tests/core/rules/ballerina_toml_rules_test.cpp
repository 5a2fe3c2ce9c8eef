#include "tests/core/rules/rule_run.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

/// What the rules say of Ballerina.toml: a line each.
class BallerinaTomlRulesTest : public QObject {
    Q_OBJECT

private slots:
    void mistakesAreSaid_data() {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* rule, const char* name, const char* text, const char* said) {
            QTest::newRow(name) << QByteArray(rule) << QByteArray(text) << QByteArray(said);
        };
        row("required-key", "a dependency has three keys", "«[[dependency]]»\norg = \"acme\"\nname = \"x\"\n",
            "TVE0006 error: 'version' under [[dependency]] is missing\n");
        row("required-key", "a tool has an id", "«[[tool.openapi]]»\nfilePath = \"a.yaml\"\n",
            "BCE5301 error: [[tool.openapi]] has no 'id', which every build tool needs\n");
        row("required-key", "a module has a name", "«[[package.modules]]»\nexport = true\n",
            "error: 'name' under [[package.modules]] is missing\n");
        row("unknown-key", "a typing error in a table's name", "«[build-option]»\ncloud = \"k8s\"\n",
            "warning: Ballerina passes over 'build-option': it knows no table or key of this name\n");
        row("unknown-key", "tables of tools are theirs", "[persist.model]\nname = \"x\"\n[format]\n", "");
        row("unknown-key", "in a dependency", "[[dependency]]\n«nmae = \"x\"»\n",
            "TVE0001 error: key 'nmae' not supported in schema 'dependency'\n");
        row("unknown-key", "in a platform", "[platform.java21]\n«graal = true»\n",
            "TVE0001 error: key 'graal' not supported in schema 'platform.java21'\n");
        row("unknown-key", "a Java release there is not", "«[platform.java18]»\n",
            "TVE0001 error: key 'java18' not supported in schema 'platform'\n");
        row("unknown-key", "in a jar", "[[platform.java21.dependency]]\n«groupid = \"x\"»\n",
            "warning: 'groupid' is no key of [platform.java21.dependency] that Ballerina knows, so it has no "
            "effect "
            "and nothing says so\n");
        row("unknown-key", "options are the tool's", "[[tool.openapi]]\noptions.mode = \"client\"\n", "");
        row("wrong-type", "a dependency is a list", "«[dependency]»\norg = \"x\"\n",
            "TVE0002 error: incompatible type for key 'dependency': expected 'ARRAY', found 'OBJECT'\n");
        row("value-out-of-range", "a dependency's version", "[[dependency]]\nversion = «\"1\"»\n",
            "TVE0003 error: invalid 'version' under [[dependency]]: 'version' should be compatible with "
            "semver\n");
        row("value-out-of-range", "a locking mode", "[build-options]\nlockingMode = «\"loose\"»\n",
            "error: invalid locking mode: only 'soft', 'medium', 'hard' and 'locked' are known\n");
        row("value-out-of-range", "a locking mode in capitals", "[build-options]\nlockingMode = \"HARD\"\n",
            "");
        row("value-out-of-range", "a scope", "[[platform.java21.dependency]]\nscope = «\"test\"»\n",
            "warning: 'scope' may be \"testOnly\", \"provided\", not \"test\"\n");
        row("value-out-of-range", "a read-me", "[package]\nreadme = «\"README.txt\"»\n",
            "TVE0003 error: invalid 'readme' under [package]: only '.md' files are read\n");
        row("deprecated-key", "export", "[package]\n«export» = [\"a\"]\n",
            "warning: 'export' is deprecated; write export = true under [[package.modules]]\n");
        row("deprecated-key", "sticky", "[build-options]\n«sticky» = true\n",
            "info: 'sticky' is deprecated; lockingMode says it more exactly\n");
        row("build-tool-is-unique", "two tools with one id",
            "[[tool.openapi]]\nid = \"a\"\ntargetModule = \"x\"\n[[tool.grpc]]\nid = «\"a\"»\ntargetModule = "
            "\"y\"\n",
            "BCE5305 error: another build tool has the id 'a'\n");
        row("build-tool-is-unique", "two tools without a module",
            "[[tool.openapi]]\nid = \"a\"\n«[[tool.openapi]]»\nid = \"b\"\n",
            "BCE5305 error: another build tool has no 'targetModule' either, and only one may go without\n");
        row("build-tool-is-unique", "two tools for one module",
            "[[tool.a.b]]\ntargetModule = \"x\"\n[[tool.c]]\ntargetModule = «\"x\"»\n",
            "BCE5305 error: another build tool writes to the module 'x'\n");
        row("build-tool-is-unique", "an empty id", "[[tool.openapi]]\nid = «\"\"»\n",
            "BCE5303 error: 'id' of a build tool may not be empty\n");
        row("wrong-type", "a tool is a list", "«[tool.openapi]»\nid = \"a\"\n",
            "warning: Ballerina reads [[tool.openapi]] only and passes over this, without a word\n");
        row("cloud-option-is-known", "a platform by its full name",
            "[build-options]\ncloud = «\"kubernetes\"»\n",
            "warning: nothing is generated for 'kubernetes', and Cloud.toml is not read: the names are "
            "docker, k8s, "
            "openshift, choreo, azure_functions and aws_lambda, in lower case\n");
        row("cloud-option-is-known", "platforms there are", "[build-options]\ncloud = \"aws_lambda\"\n", "");
        row("java-library-is-complete", "no path and no version",
            "«[[platform.java21.dependency]]»\ngroupId = \"a\"\nartifactId = \"b\"\n",
            "warning: this library has no 'path', and without one it needs: version\n");
        row("java-library-is-complete", "provided by name",
            "[[platform.java21.dependency]]\npath = \"a.jar\"\nscope = «\"provided\"»\n",
            "BCE5004 error: a provided library is named by group, artifact and version; missing: groupId, "
            "artifactId, "
            "version\n");
        row("java-library-is-complete", "a file is enough",
            "[[platform.java21.dependency]]\npath = \"a.jar\"\n", "");
        row("local-repository", "from this computer", "[[dependency]]\nrepository = «\"local\"»\n",
            "warning: the local repository is a folder of this user: builds in pipelines and elsewhere do "
            "not find the "
            "package\n");
        row("native-image-options-unused", "without a native image",
            "[build-options]\ngraalvmBuildOptions = «\"-O2\"»\n",
            "warning: these options are for a native image, and 'graalvm' is not true: they are ignored\n");
        row("native-image-options-unused", "with one",
            "[build-options]\ngraalvm = true\ngraalvmBuildOptions = \"-O2\"\n", "");
        row("native-image-libraries", "not said to fit",
            "[build-options]\ngraalvm = true\n«[[platform.java21.dependency]]»\npath = \"a.jar\"\n",
            "warning: a native image is built, and nothing says that this library works in one\n");
        row("native-image-libraries", "all said to fit",
            "[build-options]\ngraalvm = true\n[platform.java21]\ngraalvmCompatible = true\n"
            "[[platform.java21.dependency]]\npath = \"a.jar\"\n",
            "");
        row("platform-fits-distribution", "an earlier Java",
            "[package]\ndistribution = \"2201.13.0\"\n«[platform.java17]»\n",
            "warning: distribution 2201.13.0 runs on java21: what stands under 'platform.java17' is not "
            "used\n");
        row("platform-fits-distribution", "one for each distribution",
            "[package]\ndistribution = \"2201.13.0\"\n[platform.java17]\n[platform.java21]\n", "");
        row("module-is-of-the-package", "the default module",
            "[package]\nname = \"orders\"\n[[package.modules]]\nname = «\"orders\"»\n",
            "error: module 'orders' is not allowed: the default module is always exported\n");
        row("module-is-of-the-package", "a short name",
            "[package]\nname = \"orders\"\n[[package.modules]]\nname = «\"storage\"»\n",
            "error: module 'storage' is not found: the name begins with the package's and a period\n");
        row("module-is-of-the-package", "no folder",
            "[package]\nname = \"orders\"\n[[package.modules]]\nname = «\"orders.moon\"»\n",
            "error: module 'orders.moon' is not found: there is no folder of it below modules\n");
        row("module-is-of-the-package", "a module there is",
            "[package]\nname = \"orders\"\n[[package.modules]]\nname = \"orders.storage\"\n", "");
        row("package-names-itself", "no package", "«»[build-options]\n",
            "warning: there is no [package]: the compiler makes up organisation, name and version, the "
            "organisation "
            "from the user who builds\n");
        row("package-names-itself", "a package without names", "«[package]»\nname = \"x\"\n",
            "warning: [package] has no org, version: the compiler makes it up, the organisation from the "
            "user who "
            "builds\n");
        row("package-names-itself", "a workspace", "[workspace]\npackages = []\n", "");
        row("repository-password", "a literal", "[[platform.java21.repository]]\npassword = «\"x\"»\n",
            "warning: this password goes wherever the sources go: keep it in the settings of the user or "
            "pipeline that "
            "builds\n");
    }
    void mistakesAreSaid() {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, said);
        QCOMPARE(
            (RuleRun{.rule = ruleNamed(rule.toStdString()), .file = "Ballerina.toml", .modules = {"storage"}}
                 .says(text.toStdString())),
            said.toStdString());
    }

    void curesAreApplied_data() {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* rule, const char* before, const char* after) {
            QTest::newRow(rule) << QByteArray(rule) << QByteArray(before) << QByteArray(after);
        };
        row("unknown-key", "[build-option]\ncloud = \"k8s\"\n", "[build-options]\ncloud = \"k8s\"\n");
        row("cloud-option-is-known", "[build-options]\ncloud = \"Kubernetes\" # here\n",
            "[build-options]\ncloud = \"k8s\" # here\n");
        row("build-tool-is-unique",
            "[[tool.openapi]]\nid = \"a\"\ntargetModule = \"x\"\n[[tool.grpc]]\nid = \"a\"\ntargetModule = "
            "\"y\"\n",
            "[[tool.openapi]]\nid = \"a\"\ntargetModule = \"x\"\n[[tool.grpc]]\nid = \"a2\"\ntargetModule = "
            "\"y\"\n");
        row("local-repository", "[[dependency]]\norg = \"a\"\nrepository = \"local\"\n",
            "[[dependency]]\norg = \"a\"\n");
        row("native-image-options-unused", "[build-options]\ngraalvmBuildOptions = \"-O2\"\n",
            "[build-options]\ngraalvmBuildOptions = \"-O2\"\ngraalvm = true\n");
        row("native-image-libraries",
            "[build-options]\ngraalvm = true\n[[platform.java21.dependency]]\npath = \"a.jar\"\n",
            "[build-options]\ngraalvm = true\n[[platform.java21.dependency]]\npath = \"a.jar\"\n"
            "graalvmCompatible = true\n");
        row("platform-fits-distribution",
            "[package]\ndistribution = \"2201.13.0\"\n[platform.java17]\ngraalvmCompatible = true\n",
            "[package]\ndistribution = \"2201.13.0\"\n[platform.java21]\ngraalvmCompatible = true\n");
        row("repository-password", "[[platform.java21.repository]]\nid = \"a\"\npassword = \"x\"\n",
            "[[platform.java21.repository]]\nid = \"a\"\n");
    }
    void curesAreApplied() {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const MarkedText text = marked(before.toStdString());
        const auto found = RuleRun{.rule = ruleNamed(rule.toStdString()), .file = "Ballerina.toml"}.on(text);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(afterFix(text, found[0], 0), after.toStdString());
    }
};

ARABESQUE_TEST(BallerinaTomlRulesTest)
#include "ballerina_toml_rules_test.moc"
