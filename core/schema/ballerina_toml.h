#pragma once

#include "core/schema/schema.h"
#include "core/toml/document.h"

namespace arabesque {

/// Ballerina.toml: the package and how it is built, as the compiler reads and checks it (Ballerina 2201.13).
/// Other tables belong to build tools; they are left alone.
class BallerinaToml : public Schema {
public:
    BallerinaToml();

    Setting<std::string> organisation, name, version, distribution, title, description, repository,
        visibility, icon, readme;
    Setting<std::vector<std::string>> license, authors, keywords, exported, included;
    Setting<bool> isTemplate;

    Records modules;
    Setting<std::string> moduleName;

    Records dependencies;
    Setting<std::string> dependencyRepository;

    Setting<std::string> cloudTarget, graalvmOptions, lockingMode, targetDirectory;
    Setting<bool> graalvm, observability, remoteManagement, offline, sticky, testReport, codeCoverage,
        skipTests, listConflictedClasses, dumpBuildTime, showDependencyDiagnostics, optimizeDependencies,
        exportComponentModel, experimental, taintCheck;

private:
    void declarePackage();
    void declareDocumentation();
    void declareModules();
    void declareDependencies();
    void declareWorkspace();
    void declareBuildOptions();
    void declareRareBuildOptions();
    Setting<bool> addFlag(const char* path, MessageText label, MessageText summary, bool checked = false,
                          bool dead = false, const char* since = "");
};

/// What every Ballerina.toml may hold; lives as long as the program.
[[nodiscard]] const BallerinaToml& ballerinaToml();

/// The same for one file, whose own names are in some keys: with [platform.javaNN] for each Java release the file
/// names and the one of its distribution, and with [[tool.<name>]] for each tool it names and the common ones.
/// Files with the same names share one. From any thread.
[[nodiscard]] std::shared_ptr<const Schema> ballerinaToml(const toml::Document& written);

/// "java21": the Java release of a distribution such as "2201.13.0"; the newest known where there is none.
[[nodiscard]] std::string platformOf(std::string_view distribution);

}
