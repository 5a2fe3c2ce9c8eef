#pragma once

#include "tests/cli/program.h"

#include <QByteArray>
#include <QStringList>

namespace arabesque::tests {

/// A project of the sample's program, with everything [kubernetes] can say, in two regions and two environments.
void writeClusterProject(const Folder& project);

/// The sample, laid out by a pattern, for Kubernetes.
void writePatternProject(const Folder& project, const QByteArray& pattern);

/// Ids of all patterns.
[[nodiscard]] QStringList allPatternIds();

/// What is generated for a target, though a rule may mind; ends the test where nothing is.
void generateClusterFiles(const Folder& out, const Folder& project, const char* target = "k8s");

/// Names of the folders in kustomize/overlays.
[[nodiscard]] QStringList overlaysIn(const Folder& out);

}
