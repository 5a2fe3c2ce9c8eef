#pragma once

#include "core/generate/generator.h"
#include "core/generate/kept_databases.h"

namespace arabesque {

/// Where backups are kept on the machine that makes them.
[[nodiscard]] Sourced<std::string> backupFolderOf(const Deployment& deployment);

/// create.sql: databases, accounts without passwords, and their rights.
[[nodiscard]] Artifact createSql(const KeptDatabase& kept, const Topology& topology);

/// maintenance.sql: what keeps queries fast, in the dialect of the server.
[[nodiscard]] Artifact maintenanceSql(const KeptDatabase& kept);

/// A service of systemd and the timer that starts it each day.
[[nodiscard]] Artifacts backupUnits(const Deployment& deployment, const KeptDatabase& kept);

/// A CronJob with the scripts, the volume it writes to, and the kustomization that brings them together.
[[nodiscard]] Artifacts backupJob(const Deployment& deployment, const KeptDatabase& kept);

}
