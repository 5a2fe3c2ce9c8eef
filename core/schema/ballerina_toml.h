#pragma once

#include "core/schema/schema.h"

namespace arabesque {

/// Ballerina.toml: the package and how it is built, as the compiler reads and checks it (Ballerina 2201.13).
/// Other tables belong to the compiler and to build tools; they are left alone.
class BallerinaToml : public Schema {
public:
    BallerinaToml();

    Setting<std::string> organisation, name, version, distribution, title, description, repository,
        visibility, icon, readme;
    Setting<std::vector<std::string>> license, authors, keywords, exported, included;
    Setting<bool> isTemplate;

    Setting<std::string> cloudTarget, graalvmOptions, lockingMode, targetDirectory;
    Setting<bool> graalvm, observability, remoteManagement, offline, sticky, testReport, codeCoverage,
        skipTests, listConflictedClasses, dumpBuildTime, showDependencyDiagnostics, optimizeDependencies,
        exportComponentModel, experimental, taintCheck;

private:
    void declarePackage();
    void declareDocumentation();
    void declareBuildOptions();
    void declareRareBuildOptions();
    Setting<bool> addFlag(const char* path, MessageText label, MessageText summary, bool checked = false,
                          bool dead = false);
};

/// The one instance; lives as long as the program.
[[nodiscard]] const BallerinaToml& ballerinaToml();

}
