#pragma once

#include "tests/cli/program.h"

namespace arabesque::tests {

/// How a pipeline can roll out.
inline constexpr const char* waysToRollOut[] = {"kustomize", "helm", "gitops", "machines", "none"};

// The files of the four systems, in what is generated.
inline constexpr const char* github = "pipelines/github/.github/workflows/orders.yml";
inline constexpr const char* gitlab = "pipelines/gitlab/.gitlab-ci.yml";
inline constexpr const char* azure = "pipelines/azure/azure-pipelines.yml";
inline constexpr const char* jenkins = "pipelines/jenkins/Jenkinsfile";

/// Where releases come from, in what is generated.
inline constexpr const char* releaseBranch = "release/next";

/// What is made for a way to roll out; the clusters' project has two environments in two regions.
void makePipelines(const Folder& out, const QByteArray& way);

}
