#include "core/generate/backup_text.h"
#include "core/generate/bash_writer.h"
#include "core/generate/database_files.h"
#include "core/generate/machine_names.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

constexpr const char* id = "database";

const auto& keys() {
    return deploymentToml().backup;
}

Text textOf(const Sourced<std::int64_t>& number) {
    return {std::to_string(*number), number.origins};
}

bool isPath(std::string_view text) {
    return text.starts_with('/') && !text.contains('\0');
}

/// deployment.sh: what the deployment says, for the scripts beside it.
class DataFile {
public:
    DataFile(const Deployment& deployment, const KeptDatabase& kept)
        : m_deployment(deployment),
          m_kept(kept),
          m_names(machineNamesOf(deployment)),
          m_writer(kept.folder() + "deployment.sh", id, kept.reasons) {}

    Artifact run() {
        m_writer.fixed("# shellcheck shell=bash disable=SC2034");
        m_writer.comment("What the scripts beside this file work on.");
        server();
        kept();
        files();
        account();
        m_writer.blank();
        m_writer.comment("What the environment says comes first, such as an administrator for restore.sh.");
        for (const char* line :
             {"host=${DATABASE_HOST:-$host}", "port=${DATABASE_PORT:-$port}", "user=${DATABASE_USER:-$user}",
              "folder=${BACKUP_FOLDER:-$folder}", "password_file=${PASSWORD_FILE:-$password_file}"})
            m_writer.fixed(line);
        m_writer.comment("A pod has no files of machines: BACKUP_FILES=none.");
        m_writer.fixed("[[ ${BACKUP_FILES:-} != none ]] || { files=(); products=(); }");
        return std::move(m_writer).take();
    }

private:
    [[nodiscard]] const Topology& topology() const { return m_deployment.topology; }

    void server() {
        const Database& database = *m_kept.database;
        const Node* node = m_kept.node;
        const std::int64_t usual = portOfEngine(*database.engine);
        m_writer.variable("database", database.name);
        const Text none{"localhost", m_kept.reasons};
        m_writer.variable("host", node == nullptr || node->host->empty()
                                      ? Text{*none, joined(m_kept.reasons,
                                                           node == nullptr ? Origins() : node->host.origins)}
                                      : node->host);
        m_writer.variable("port", node == nullptr || *node->port == 0
                                      ? Text{std::to_string(usual),
                                             joined(database.engine.origins,
                                                    node == nullptr ? Origins() : node->port.origins)}
                                      : textOf(node->port));
        m_writer.variable("user", topology().value(keys().user));
    }

    void kept() {
        m_writer.variable("folder", backupFolderOf(m_deployment));
        m_writer.variable("keep_daily", textOf(topology().value(keys().daily)));
        m_writer.variable("keep_weekly", textOf(topology().value(keys().weekly)));
        std::vector<Text> schemas;
        for (const KeptSchema& each : m_kept.schemas) schemas.push_back(each.name);
        m_writer.array("schemas", schemas);
    }

    void files() {
        m_writer.blank();
        m_writer.comment(
            "Files and folders as a whole, here or on HOST:, and folders with distributions of products");
        const auto written = topology().value(keys().files);
        std::vector<Text> files;
        for (const std::string& path : *written)
            if (isPath(path)) files.push_back({path, written.origins});
        std::vector<Text> products;
        if (topology().isFor("vm")) {
            addProgram(files);
            addProducts(products);
        }
        m_writer.array("files", files);
        m_writer.array("products", products);
        m_writer.comment("Names of secrets that a restored system needs; they are kept elsewhere");
        m_writer.array("secrets", secrets());
    }

    void addProgram(std::vector<Text>& files) const {
        for (const std::size_t number : machinesOf(m_deployment)) {
            const Node& node = topology().nodes[number];
            if (!node.host->empty())
                files.push_back({*node.host + ':' + m_names.config(),
                                 joined(joined(reasonsOf(node), node.host.origins), m_names.folder.origins)});
        }
    }

    void addProducts(std::vector<Text>& products) const {
        for (const Node& node : topology().nodes) {
            if (node.kind() == nullptr || node.host->empty() || node.isIn(NodeRole::Tier::Data)) continue;
            const std::string_view product = node.kind()->product;
            if (product != "api-manager" && product != "micro-integrator") continue;
            const Text folder =
                topology().value(product == "api-manager" ? deploymentToml().apiManager.folder
                                                          : deploymentToml().microIntegrator.folder);
            products.push_back({*node.host + ':' + *folder,
                                joined(joined(reasonsOf(node), node.host.origins), folder.origins)});
        }
    }

    [[nodiscard]] std::vector<Text> secrets() const {
        std::vector<Text> names;
        const auto key = topology().written(deploymentToml().apiManager.encryptionKey);
        if (key && !key->value.empty()) names.push_back(*key);
        return names;
    }

    void account() {
        m_writer.blank();
        m_writer.comment(m_kept.isPostgresql()
                             ? "Its password: a line host:port:database:user:password, as in .pgpass"
                             : "Its password: a line [client] and a line password=..., as in .my.cnf");
        m_writer.variable("password_file",
                          {"/etc/" + m_names.package + "/backup-" + *m_kept.database->name,
                           joined(m_deployment.workload.name.origins, m_kept.database->name.origins)});
    }

    const Deployment& m_deployment;
    const KeptDatabase& m_kept;
    MachineNames m_names;
    BashWriter m_writer;
};

Artifact script(const KeptDatabase& kept, const std::string& name, std::string_view what,
                std::string_view text) {
    BashWriter writer(kept.folder() + name, id, kept.reasons);
    writer.fixed("#!/usr/bin/env bash");
    writer.fixed("# shellcheck disable=SC2034,SC2154    # variables of deployment.sh");
    writer.comment(what);
    writer.fixed(text);
    return std::move(writer).take();
}

Artifact library(const KeptDatabase& kept) {
    BashWriter writer(kept.folder() + "lib.sh", id, kept.reasons);
    writer.fixed(backups::library);
    writer.blank();
    writer.fixed(kept.isPostgresql() ? backups::postgresql : backups::mysql);
    return std::move(writer).take();
}

Artifacts generate(const Design& design) {
    Artifacts files;
    const Deployment& deployment = design.deployment;
    for (const KeptDatabase& kept : keptDatabasesOf(deployment)) {
        files.push_back(DataFile(deployment, kept).run());
        files.push_back(library(kept));
        files.push_back(script(kept, "backup.sh",
                               "Backs up the databases of a server and files beside them; what was kept "
                               "before stays until the new backup is whole.",
                               backups::backup));
        files.push_back(script(kept, "verify.sh",
                               "Says whether a backup is whole: the newest, or the one that is named.",
                               backups::verify));
        files.push_back(
            script(kept, "restore.sh",
                   "Brings the databases of a backup back: of the newest, or the one that is named.",
                   backups::restore));
        files.push_back(createSql(kept, deployment.topology));
        files.push_back(maintenanceSql(kept));
        if (deployment.topology.isFor("vm"))
            std::ranges::move(backupUnits(deployment, kept), std::back_inserter(files));
        if (deployment.topology.isFor("k8s") || deployment.topology.isFor("openshift"))
            std::ranges::move(backupJob(deployment, kept), std::back_inserter(files));
    }
    return files;
}

}

Sourced<std::string> backupFolderOf(const Deployment& deployment) {
    const auto written = deployment.topology.written(keys().folder);
    if (written) return *written;
    return {"/var/backups/" + machineNamesOf(deployment).package,
            joined(reasonsOf(deployment.topology, keys().folder), deployment.workload.name.origins)};
}

extern const Generator database{.family = id, .generate = generate};

}
