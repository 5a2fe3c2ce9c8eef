#pragma once

#include "tests/cli/program.h"

#include <QByteArray>

namespace arabesque::tests {

/// The observability of the golden project, and the same with another line in one of its documents.
void generateObservability(const Folder& out, const QByteArray& from = {}, const QByteArray& to = {},
                           const char* document = "Deployment.toml");

}
