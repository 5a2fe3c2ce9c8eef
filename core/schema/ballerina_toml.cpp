#include "core/schema/ballerina_toml.h"

namespace arabesque {

namespace {

constexpr const char* source = "Ballerina 2201.13, ManifestBuilder";

/// What the compiler asks of an organisation's and a package's name, one message a rule.
Field identifier(const char* path, const std::string& key, const std::string& characters,
                 const std::string& inWords, const std::string& noDoubleUnderscore) {
    const std::string invalid = "invalid '" + key + "' under [package]: ";
    const std::string cannot = invalid + "'" + key + "' cannot have ";
    return {
        .path = path,
        .pattern = "^[" + characters + "]*$",
        .patternMessage = invalid + "'" + key + "' can only contain " + inWords,
        .furtherPatterns = {{"^(?!_).+", cannot + "initial underscore characters"},
                            {".*(?<!_)$", cannot + "trailing underscore characters"},
                            {noDoubleUnderscore, cannot + "consecutive underscore characters"},
                            {"^(?![0-9]).+", cannot + "initial numeric characters"}},
        .longest = 256,
        .longestMessage = invalid + "maximum length of '" + key + "' is 256 characters",
        .source = source,
    };
}

Field described(Field field, MessageText label, MessageText summary) {
    field.label = label;
    field.summary = summary;
    if (field.source.empty()) field.source = source;
    return field;
}

}

BallerinaToml::BallerinaToml() : Schema("Ballerina.toml", "Ballerina Toml Spec") {
    using enum Table::UnknownKeys;
    add({.path = "",
         .unknownKeys = Allowed,
         .label = MESSAGE("package", "Ballerina.toml"),
         .summary = MESSAGE("package", "The package and how it is built.")});
    add({.path = "package",
         .unknownKeys = Warning,
         .label = MESSAGE("package", "Package"),
         .summary = MESSAGE(
             "package", "Name, version and description. The compiler passes over keys it does not know.")});
    declarePackage();
    declareDocumentation();
    add({.path = "build-options",
         .unknownKeys = Warning,
         .label = MESSAGE("package", "Build options"),
         .summary = MESSAGE(
             "package", "What bal build makes. The compiler passes over keys it does not know, and over most "
                        "values of a wrong type.")});
    declareBuildOptions();
    declareRareBuildOptions();
}

void BallerinaToml::declarePackage() {
    organisation = declare<std::string>(described(
        identifier("package.org", "org", "a-zA-Z0-9_", "alphanumerics and underscores", "^(?!.*__).*$"),
        MESSAGE("package", "Organisation"),
        MESSAGE("package", "Who publishes the package; part of Config.toml's section names. Left out, the "
                           "compiler takes the "
                           "user's name on the machine that builds.")));
    Field packageName = identifier("package.name", "name", "a-zA-Z0-9_.",
                                   "alphanumerics, underscores and periods", "(^(?!.*__).*$|^lang.*)");
    packageName.fallbackNote = MESSAGE("package", "the folder's name");
    name = declare<std::string>(
        described(std::move(packageName), MESSAGE("package", "Name"),
                  MESSAGE("package", "Name of the package. Generated files and Kubernetes objects are named "
                                     "after it; hyphens are not allowed.")));
    version = declare<std::string>(described(
        {.path = "package.version",
         .fallback = "\"0.1.0\"",
         .pattern =
             R"(^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$)",
         .patternMessage = "invalid 'version' under [package]: 'version' should be compatible with semver"},
        MESSAGE("package", "Version"), MESSAGE("package", "Three numbers such as 1.4.0; no v in front.")));
    distribution = declare<std::string>(
        described({.path = "package.distribution"}, MESSAGE("package", "Distribution"),
                  MESSAGE("package", "Ballerina release the package was made with, such as 2201.13.0.")));
    title = declare<std::string>(
        described({.path = "package.title", .unchecked = true}, MESSAGE("package", "Title"),
                  MESSAGE("package", "Display name in WSO2 Integrator; the compiler passes over it.")));
}

void BallerinaToml::declareDocumentation() {
    using List = std::vector<std::string>;
    description = declare<std::string>(described({.path = "package.description", .unchecked = true},
                                                 MESSAGE("package", "Description"),
                                                 MESSAGE("package", "One sentence about the package.")));
    license = declare<List>(described({.path = "package.license"}, MESSAGE("package", "Licences"),
                                      MESSAGE("package", "SPDX names, such as Apache-2.0.")));
    authors = declare<List>(described({.path = "package.authors"}, MESSAGE("package", "Authors"),
                                      MESSAGE("package", "Who wrote it.")));
    keywords = declare<List>(described({.path = "package.keywords"}, MESSAGE("package", "Keywords"),
                                       MESSAGE("package", "Words the package is found by.")));
    repository =
        declare<std::string>(described({.path = "package.repository"}, MESSAGE("package", "Repository"),
                                       MESSAGE("package", "Address of the sources.")));
    visibility = declare<std::string>(described(
        {.path = "package.visibility",
         .pattern = "^private$",
         .patternMessage = "invalid 'visibility' under [package]: 'visibility' can only have value 'private'",
         .choices = {"\"private\""}},
        MESSAGE("package", "Visibility"),
        MESSAGE("package", "private keeps a published package inside the organisation.")));
    icon = declare<std::string>(
        described({.path = "package.icon",
                   .meaning = Meaning::Path,
                   .pattern = ".*.png$",
                   .patternMessage = "invalid 'icon' under [package]: 'icon' can only have 'png' images"},
                  MESSAGE("package", "Icon"), MESSAGE("package", "A PNG file inside the package.")));
    readme = declare<std::string>(
        described({.path = "package.readme", .meaning = Meaning::Path}, MESSAGE("package", "Read-me"),
                  MESSAGE("package", "A Markdown file inside the package; README.md unless set.")));
    isTemplate = declare<bool>(described({.path = "package.template", .fallback = "false"},
                                         MESSAGE("package", "Template"),
                                         MESSAGE("package", "The package is a template for new ones.")));
    exported = declare<List>(
        described({.path = "package.export"}, MESSAGE("package", "Exported modules"),
                  MESSAGE("package", "Deprecated: write export = true in [[package.modules]] instead.")));
    included = declare<List>(
        described({.path = "package.include"}, MESSAGE("package", "Included files"),
                  MESSAGE("package", "Patterns of further files that go into the package's archive.")));
}

Setting<bool> BallerinaToml::addFlag(const char* path, MessageText label, MessageText summary, bool checked,
                                     bool dead) {
    return declare<bool>(
        described({.path = path, .fallback = dead ? "" : "false", .dead = dead, .unchecked = !checked}, label,
                  summary));
}

void BallerinaToml::declareBuildOptions() {
    cloudTarget = declare<std::string>(described(
        {.path = "build-options.cloud",
         .choices = {"\"k8s\"", "\"docker\"", "\"openshift\"", "\"choreo\""},
         .closedChoice = false},
        MESSAGE("package", "Cloud"),
        MESSAGE(
            "package",
            "What code-to-cloud generates. Without it, or with any other spelling, nothing is generated and "
            "Cloud.toml is not even read.")));
    graalvm = addFlag(
        "build-options.graalvm", MESSAGE("package", "Native image"),
        MESSAGE("package", "Build a native executable with GraalVM; Docker files then get a builder stage."));
    graalvmOptions = declare<std::string>(
        described({.path = "build-options.graalvmBuildOptions", .unchecked = true},
                  MESSAGE("package", "Native image options"),
                  MESSAGE("package", "Passed to native-image; without a native image they do nothing.")));
    observability =
        addFlag("build-options.observabilityIncluded", MESSAGE("package", "Observability"),
                MESSAGE("package", "Needed before metrics or tracing in Config.toml have any effect."), true);
    remoteManagement = addFlag("build-options.remoteManagement", MESSAGE("package", "Remote management"),
                               MESSAGE("package", "Needed to report to the Integration Control Plane."));
    offline = addFlag("build-options.offline", MESSAGE("package", "Offline"),
                      MESSAGE("package", "Take dependencies from this machine only."), true);
    lockingMode = declare<std::string>(
        described({.path = "build-options.lockingMode",
                   .fallback = "\"medium\"",
                   .choices = {"\"soft\"", "\"medium\"", "\"hard\"", "\"locked\""},
                   .unchecked = true},
                  MESSAGE("package", "Locking mode"),
                  MESSAGE("package", "How far dependencies may move: soft takes minor updates, medium "
                                     "patches, hard none, locked refuses changes.")));
    sticky = addFlag("build-options.sticky", MESSAGE("package", "Sticky"),
                     MESSAGE("package", "Deprecated: set the locking mode instead."));
    targetDirectory = declare<std::string>(
        described({.path = "build-options.targetDir", .fallback = "\"target\"", .unchecked = true},
                  MESSAGE("package", "Target folder"), MESSAGE("package", "Where the build writes.")));
}

void BallerinaToml::declareRareBuildOptions() {
    testReport = addFlag("build-options.testReport", MESSAGE("package", "Test report"),
                         MESSAGE("package", "bal test writes a report."), true);
    codeCoverage =
        addFlag("build-options.codeCoverage", MESSAGE("package", "Code coverage"),
                MESSAGE("package", "bal test measures coverage; not together with native images."), true);
    skipTests =
        addFlag("build-options.skipTests", MESSAGE("package", "Skip tests"),
                MESSAGE("package", "Accepted, but nothing reads it: bal build runs no tests."), true, true);
    listConflictedClasses =
        addFlag("build-options.listConflictedClasses", MESSAGE("package", "List conflicting classes"),
                MESSAGE("package", "Name Java classes that several libraries hold."));
    dumpBuildTime = addFlag("build-options.dumpBuildTime", MESSAGE("package", "Build times"),
                            MESSAGE("package", "Write how long each step of the build took."));
    showDependencyDiagnostics =
        addFlag("build-options.showDependencyDiagnostics", MESSAGE("package", "Dependency diagnostics"),
                MESSAGE("package", "Show the compiler's findings in dependencies too."));
    optimizeDependencies = addFlag("build-options.optimizeDependencyCompilation",
                                   MESSAGE("package", "Optimise dependency compilation"),
                                   MESSAGE("package", "Compile dependencies with less memory."));
    exportComponentModel =
        addFlag("build-options.exportComponentModel", MESSAGE("package", "Component model"),
                MESSAGE("package", "Write the package's component model."));
    experimental = addFlag("build-options.experimental", MESSAGE("package", "Experimental features"),
                           MESSAGE("package", "Allow language features that may change."));
    taintCheck = addFlag("build-options.taintCheck", MESSAGE("package", "Taint check"),
                         MESSAGE("package", "Accepted, but nothing reads it any more."), true, true);
}

const BallerinaToml& ballerinaToml() {
    static const BallerinaToml schema;
    return schema;
}

}
