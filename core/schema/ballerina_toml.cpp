#include "core/schema/ballerina_toml.h"

namespace arabesque {

namespace {

constexpr const char* source = "Ballerina 2201.13, ManifestBuilder";
constexpr const char* semanticVersion =
    R"(^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$)";

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
         .unknownKeys = Similar,
         .label = MESSAGE("package", "Ballerina.toml"),
         .summary = MESSAGE("package", "The package and how it is built.")});
    add({.path = "package",
         .unknownKeys = Warning,
         .label = MESSAGE("package", "Package"),
         .summary = MESSAGE(
             "package", "Name, version and description. The compiler passes over keys it does not know.")});
    declarePackage();
    declareDocumentation();
    declareModules();
    add({.path = "build-options",
         .unknownKeys = Warning,
         .label = MESSAGE("package", "Build options"),
         .summary = MESSAGE(
             "package", "What bal build makes. The compiler passes over keys it does not know, and over most "
                        "values of a wrong type.")});
    declareBuildOptions();
    declareRareBuildOptions();
    declareDependencies();
    declareWorkspace();
}

void BallerinaToml::declarePackage() {
    Field org =
        identifier("package.org", "org", "a-zA-Z0-9_", "alphanumerics and underscores", "^(?!.*__).*$");
    org.fallbackNote = MESSAGE("package", "the user's name on the machine that builds");
    organisation = declare<std::string>(described(
        std::move(org), MESSAGE("package", "Organisation"),
        MESSAGE("package", "Who publishes the package; part of Config.toml's section names. Public pages "
                           "ask for lower case; the compiler does not.")));
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
         .pattern = semanticVersion,
         .patternMessage = "invalid 'version' under [package]: 'version' should be compatible with semver"},
        MESSAGE("package", "Version"), MESSAGE("package", "Three numbers such as 1.4.0; no v in front.")));
    distribution = declare<std::string>(
        described({.path = "package.distribution", .fallbackNote = MESSAGE("package", "none")},
                  MESSAGE("package", "Distribution"),
                  MESSAGE("package", "Ballerina release the package was made with, such as 2201.13.0.")));
    title = declare<std::string>(described(
        {.path = "package.title", .fallbackNote = MESSAGE("package", "the name"), .unchecked = true},
        MESSAGE("package", "Title"),
        MESSAGE("package", "Display name in WSO2 Integrator; the compiler passes over it.")));
}

void BallerinaToml::declareDocumentation() {
    using List = std::vector<std::string>;
    description = declare<std::string>(
        described({.path = "package.description", .fallback = "\"\"", .unchecked = true},
                  MESSAGE("package", "Description"), MESSAGE("package", "One sentence about the package.")));
    license =
        declare<List>(described({.path = "package.license", .fallback = "[]"}, MESSAGE("package", "Licences"),
                                MESSAGE("package", "SPDX names, such as Apache-2.0.")));
    authors = declare<List>(described({.path = "package.authors", .fallback = "[]"},
                                      MESSAGE("package", "Authors"), MESSAGE("package", "Who wrote it.")));
    keywords = declare<List>(described({.path = "package.keywords", .fallback = "[]"},
                                       MESSAGE("package", "Keywords"),
                                       MESSAGE("package", "Words the package is found by.")));
    repository = declare<std::string>(described({.path = "package.repository", .fallback = "\"\""},
                                                MESSAGE("package", "Repository"),
                                                MESSAGE("package", "Address of the sources.")));
    visibility = declare<std::string>(described(
        {.path = "package.visibility",
         .fallbackNote = MESSAGE("package", "public"),
         .pattern = "^private$",
         .patternMessage = "invalid 'visibility' under [package]: 'visibility' can only have value 'private'",
         .choices = {"\"private\""}},
        MESSAGE("package", "Visibility"),
        MESSAGE("package", "private keeps a published package inside the organisation.")));
    icon = declare<std::string>(
        described({.path = "package.icon",
                   .meaning = Meaning::Path,
                   .fallbackNote = MESSAGE("package", "none"),
                   .pattern = ".*.png$",
                   .patternMessage = "invalid 'icon' under [package]: 'icon' can only have 'png' images"},
                  MESSAGE("package", "Icon"),
                  MESSAGE("package", "A PNG file inside the package. Public pages allow 128 by 128 dots; the "
                                     "compiler does not look.")));
    readme = declare<std::string>(
        described({.path = "package.readme",
                   .meaning = Meaning::Path,
                   .fallbackNote = MESSAGE("package", "README.md, or a Package.md of earlier releases"),
                   .pattern = R"(.*\.md)",
                   .patternMessage = "invalid 'readme' under [package]: only '.md' files are read"},
                  MESSAGE("package", "Read-me"),
                  MESSAGE("package", "A Markdown file inside the package, shown where it is published.")));
    isTemplate = declare<bool>(described({.path = "package.template", .fallback = "false"},
                                         MESSAGE("package", "Template"),
                                         MESSAGE("package", "The package is a template for new ones.")));
    exported = declare<List>(described(
        {.path = "package.export",
         .fallbackNote = MESSAGE("package", "the default module, which is always exported"),
         .deprecated =
             MESSAGE("package", "'%1' is deprecated; write export = true under [[package.modules]]")},
        MESSAGE("package", "Exported modules"),
        MESSAGE("package", "Modules that other packages may import, as earlier releases read them.")));
    included = declare<List>(
        described({.path = "package.include", .fallback = "[]"}, MESSAGE("package", "Included files"),
                  MESSAGE("package", "Patterns of further files that go into the package's archive.")));
}

Setting<bool> BallerinaToml::addFlag(const char* path, MessageText label, MessageText summary, bool checked,
                                     bool dead, const char* since) {
    return declare<bool>(described(
        {.path = path, .fallback = dead ? "" : "false", .dead = dead, .unchecked = !checked, .since = since},
        label, summary));
}

void BallerinaToml::declareBuildOptions() {
    cloudTarget = declare<std::string>(described(
        {.path = "build-options.cloud",
         .fallbackNote = MESSAGE("package", "none: nothing is generated"),
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
        described({.path = "build-options.graalvmBuildOptions", .fallback = "\"\"", .unchecked = true},
                  MESSAGE("package", "Native image options"),
                  MESSAGE("package", "Passed to native-image; without a native image they do nothing.")));
    observability =
        addFlag("build-options.observabilityIncluded", MESSAGE("package", "Observability"),
                MESSAGE("package", "Needed before metrics or tracing in Config.toml have any effect."), true);
    remoteManagement = addFlag("build-options.remoteManagement", MESSAGE("package", "Remote management"),
                               MESSAGE("package", "Needed to report to the Integration Control Plane."));
    offline = addFlag("build-options.offline", MESSAGE("package", "Offline"),
                      MESSAGE("package", "Take dependencies from this machine only."), true);
    lockingMode = declare<std::string>(described(
        {.path = "build-options.lockingMode",
         .fallback = "\"medium\"",
         .pattern = "(?i)(soft|medium|hard|locked)",
         .patternMessage = "invalid locking mode: only 'soft', 'medium', 'hard' and 'locked' are known",
         .choices = {"\"soft\"", "\"medium\"", "\"hard\"", "\"locked\""},
         .unchecked = true},
        MESSAGE("package", "Locking mode"),
        MESSAGE("package", "How far dependencies may move: soft takes minor updates, medium "
                           "patches, hard none, locked refuses changes.")));
    sticky = declare<bool>(described(
        {.path = "build-options.sticky",
         .fallback = "false",
         .unchecked = true,
         .deprecated = MESSAGE("package", "'%1' is deprecated; lockingMode says it more exactly")},
        MESSAGE("package", "Sticky"),
        MESSAGE("package", "Keep the locked versions of dependencies. WSO2 Integrator writes it into every "
                           "new package.")));
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
    optimizeDependencies = addFlag(
        "build-options.optimizeDependencyCompilation", MESSAGE("package", "Optimise dependency compilation"),
        MESSAGE("package", "Compile dependencies with less memory."), false, false, "2201.10.0");
    exportComponentModel =
        addFlag("build-options.exportComponentModel", MESSAGE("package", "Component model"),
                MESSAGE("package", "Write the package's component model."));
    experimental = addFlag("build-options.experimental", MESSAGE("package", "Experimental features"),
                           MESSAGE("package", "Allow language features that may change."));
    taintCheck = addFlag("build-options.taintCheck", MESSAGE("package", "Taint check"),
                         MESSAGE("package", "Accepted, but nothing reads it any more."), true, true);
}

void BallerinaToml::declareModules() {
    modules =
        add({.path = "package.modules",
             .records = true,
             .unknownKeys = Table::UnknownKeys::Warning,
             .label = MESSAGE("package", "Modules"),
             .summary = MESSAGE("package", "Which modules other packages may use, and their read-me files."),
             .title = "package.modules",
             .missingKey = {"", MESSAGE("schema", "'%1' under [[%2]] is missing")}});
    moduleName = declare<std::string>(described(
        {.path = "package.modules[].name", .required = true}, MESSAGE("package", "Name"),
        MESSAGE("package", "Full name of a module of this package, such as orders.storage; its folder is "
                           "modules/storage. The default module is not listed.")));
    (void)addFlag("package.modules[].export", MESSAGE("package", "Export"),
                  MESSAGE("package", "Other packages may import the module."));
    declare<std::string>(
        described({.path = "package.modules[].description", .fallback = "\"\"", .unchecked = true},
                  MESSAGE("package", "Description"), MESSAGE("package", "One sentence about the module.")));
    declare<std::string>(described({.path = "package.modules[].readme",
                                    .meaning = Meaning::Path,
                                    .fallbackNote = MESSAGE("package", "README.md in the module's folder"),
                                    .unchecked = true},
                                   MESSAGE("package", "Read-me"),
                                   MESSAGE("package", "A Markdown file, relative to the package.")));
}

void BallerinaToml::declareDependencies() {
    dependencies = add(
        {.path = "dependency",
         .records = true,
         .label = MESSAGE("package", "Dependencies"),
         .summary = MESSAGE("package", "Only for a higher least version or another repository: dependencies "
                                       "come from the imports and are locked in Dependencies.toml."),
         .title = "dependency",
         .missingKey = {"TVE0006", MESSAGE("schema", "'%1' under [[%2]] is missing")}});
    const auto text = [&](const std::string& key, const std::string& pattern, const std::string& inWords,
                          MessageText label, MessageText summary) {
        const std::string invalid = "invalid '" + key + "' under [[dependency]]: ";
        declare<std::string>(
            described({.path = "dependency[]." + key,
                       .pattern = pattern,
                       .patternMessage = invalid + "'" + key + "' " + inWords,
                       .longest = 256,
                       .longestMessage = invalid + "maximum length of '" + key + "' is 256 characters",
                       .required = true},
                      label, summary));
    };
    text("org", "^[a-zA-Z0-9_]*$", "can only contain alphanumerics and underscores",
         MESSAGE("package", "Organisation"), MESSAGE("package", "Who publishes the package."));
    text("name", "^[a-zA-Z0-9_.]*$", "can only contain alphanumerics, underscores and periods",
         MESSAGE("package", "Name"), MESSAGE("package", "Name of the package."));
    declare<std::string>(described(
        {.path = "dependency[].version",
         .pattern = semanticVersion,
         .patternMessage =
             "invalid 'version' under [[dependency]]: 'version' should be compatible with semver",
         .required = true},
        MESSAGE("package", "Version"), MESSAGE("package", "The least version to take: not an exact one.")));
    dependencyRepository = declare<std::string>(described(
        {.path = "dependency[].repository",
         .fallbackNote = MESSAGE("package", "Ballerina Central"),
         .choices = {"\"local\""},
         .closedChoice = false},
        MESSAGE("package", "Repository"),
        MESSAGE("package", "local takes it from this user's home, which no pipeline has; any other name is "
                           "that of a repository in Settings.toml.")));
    declare<bool>(described(
        {.path = "dependency[].skipWorkspace", .fallback = "false"}, MESSAGE("package", "Skip workspace"),
        MESSAGE("package", "Do not take it from the workspace. Earlier distributions stop at this key.")));
}

void BallerinaToml::declareWorkspace() {
    using enum Table::UnknownKeys;
    add({.path = "workspace",
         .unknownKeys = Warning,
         .label = MESSAGE("package", "Workspace"),
         .summary = MESSAGE("package", "The packages of a project of several; then there is no [package].")});
    declare<std::vector<std::string>>(
        described({.path = "workspace.packages", .fallback = "[]"}, MESSAGE("package", "Packages"),
                  MESSAGE("package", "Folders with a Ballerina.toml each, relative to this one. All of one "
                                     "organisation: another is overridden.")));
    for (const char* path : {"workspace.title", "workspace.name"})
        declare<std::string>(
            described({.path = path, .fallbackNote = MESSAGE("package", "none"), .unchecked = true},
                      nameOf(path) == "title" ? MESSAGE("package", "Title") : MESSAGE("package", "Name"),
                      MESSAGE("package", "For WSO2 Integrator; the compiler passes over it.")));
    add(Table{.path = "dependency-resolution",
              .label = MESSAGE("package", "Dependency resolution"),
              .summary = MESSAGE("package", "How a workspace finds its dependencies.")});
    declare<bool>(
        described({.path = "dependency-resolution.repairOnFailure",
                   .fallbackNote = MESSAGE("package", "not documented")},
                  MESSAGE("package", "Repair on failure"),
                  MESSAGE("package", "Try again with other versions when the locked ones do not resolve.")));
}

const BallerinaToml& ballerinaToml() {
    static const BallerinaToml schema;
    return schema;
}

}
