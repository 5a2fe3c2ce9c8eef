#include "core/generate/database_files.h"
#include "core/generate/machine_names.h"
#include "core/generate/plain_text.h"
#include "core/generate/systemd_writer.h"
#include "core/generate/yaml.h"

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

constexpr const char* id = "database";

/// "02:00"; the default where something else is written.
Text timeOf(const Topology& topology) {
    Text time = topology.value(deploymentToml().backup.schedule);
    const bool plain = time->size() == 5 && (*time)[2] == ':' && hasOnly(time->substr(0, 2), "") &&
                       hasOnly(time->substr(3), "");
    if (!plain) time.value = "02:00";
    return time;
}

Origins reasonsOfUnits(const Deployment& deployment, const KeptDatabase& kept, const char* specification) {
    return joined(joined({layout(specification)}, kept.reasons), deployment.workload.name.origins);
}

Artifact service(const Deployment& deployment, const KeptDatabase& kept, const std::string& unit) {
    const MachineNames names = machineNamesOf(deployment);
    const Text& database = kept.database->name;
    SystemdWriter writer(kept.folder() + unit + ".service", id,
                         reasonsOfUnits(deployment, kept, "systemd.service(5)"));
    writer.comment("/etc/systemd/system/" + unit + ".service on the machine that keeps backups");
    writer.section("Unit");
    writer.setting("Description", Text{"Backup of " + *database, database.origins});
    writer.setting("Wants", "network-online.target");
    writer.setting("After", "network-online.target");
    writer.section("Service");
    writer.setting("Type", "oneshot");
    writer.command("ExecStart", {Text{*names.folder + '/' + kept.folder() + "backup.sh",
                                      joined(names.folder.origins, database.origins)}});
    writer.setting("UMask", "0077");
    writer.setting("Nice", "10");
    writer.setting("IOSchedulingClass", "idle");
    writer.setting("NoNewPrivileges", "yes");
    writer.setting("PrivateTmp", "yes");
    writer.setting("ProtectSystem", "full");
    writer.setting("ProtectHome", "read-only");
    writer.setting("ProtectKernelModules", "yes");
    writer.setting("ProtectKernelTunables", "yes");
    writer.setting("RestrictSUIDSGID", "yes");
    return std::move(writer).take();
}

Artifact timer(const Deployment& deployment, const KeptDatabase& kept, const std::string& unit) {
    const Text time = timeOf(deployment.topology);
    SystemdWriter writer(kept.folder() + unit + ".timer", id,
                         reasonsOfUnits(deployment, kept, "systemd.timer(5)"));
    writer.comment("/etc/systemd/system/" + unit + ".timer; systemctl enable --now " + unit + ".timer");
    writer.section("Unit");
    writer.setting("Description",
                   Text{"Daily backup of " + *kept.database->name, kept.database->name.origins});
    writer.section("Timer");
    writer.setting("OnCalendar", "*-*-* " + *time + ":00", time.origins);
    // one that was missed while the machine was off is made when it is back
    writer.setting("Persistent", "yes");
    writer.section("Install");
    writer.setting("WantedBy", "timers.target");
    return std::move(writer).take();
}

/// What the image that has the clients of an engine is.
const char* imageOf(const KeptDatabase& kept) {
    return kept.isPostgresql() ? "postgres:17.6" : "mariadb:11.4";
}

Yaml metadata(const Text& name) {
    return Yaml::map().set("name", name);
}

Yaml variable(const char* name, Yaml value) {
    return Yaml::map().set("name", name).set("value", std::move(value));
}

Yaml mount(const char* name, const char* path, bool readOnly) {
    Yaml mount = Yaml::map();
    mount.set("name", name).set("mountPath", path);
    if (readOnly) mount.set("readOnly", true);
    return mount;
}

/// Of one database on a cluster.
class Job {
public:
    Job(const Deployment& deployment, const KeptDatabase& kept)
        : m_deployment(deployment),
          m_kept(kept),
          m_name{"backup-" + objectNameOf(*kept.database->name), kept.database->name.origins},
          m_why(joined({layout("Kubernetes, CronJob")}, kept.reasons)) {}

    Artifacts run() { return {cronJob(), kustomization(), claim()}; }

private:
    [[nodiscard]] const Topology& topology() const { return m_deployment.topology; }

    Artifact written(const char* file, const Yaml& document) const {
        TextWriter writer(m_kept.folder() + file, id, m_why);
        document.write(writer);
        return std::move(writer).take();
    }

    [[nodiscard]] Yaml container() const {
        Yaml command = Yaml::list();
        command.add("bash").add("/scripts/backup.sh");
        Yaml environment = Yaml::list();
        environment.add(variable("BACKUP_FOLDER", "/backups"))
            .add(variable("BACKUP_FILES", "none"))
            .add(variable("PASSWORD_FILE", "/password/password"))
            .add(variable("HOME", "/tmp"));
        Yaml mounts = Yaml::list();
        mounts.add(mount("scripts", "/scripts", true))
            .add(mount("password", "/password", true))
            .add(mount("backups", "/backups", false))
            .add(mount("tmp", "/tmp", false));
        Yaml security = Yaml::map();
        security.set("allowPrivilegeEscalation", false)
            .set("readOnlyRootFilesystem", true)
            .set("capabilities", Yaml::map().set("drop", Yaml::list().add("ALL")));
        Yaml resources = Yaml::map();
        resources.set("requests", Yaml::map().set("cpu", "100m").set("memory", "256Mi"))
            .set("limits", Yaml::map().set("memory", "512Mi"));
        Yaml container = Yaml::map();
        container.set("name", "backup")
            .set("image", Text{imageOf(m_kept), m_kept.database->engine.origins})
            .set("command", std::move(command))
            .set("env", std::move(environment))
            .set("volumeMounts", std::move(mounts))
            .set("resources", std::move(resources))
            .set("securityContext", std::move(security));
        return container;
    }

    [[nodiscard]] Yaml volumes() const {
        const auto named = [](const char* name, const char* kind, Yaml what) {
            return Yaml::map().set("name", name).set(kind, std::move(what));
        };
        Yaml scripts = Yaml::map(), password = Yaml::map(), backups = Yaml::map();
        scripts.set("name", m_name);
        password.set("secretName", m_name);
        backups.set("claimName", m_name);
        Yaml list = Yaml::list();
        list.add(named("scripts", "configMap", std::move(scripts)))
            .add(named("password", "secret", std::move(password)))
            .add(named("backups", "persistentVolumeClaim", std::move(backups)))
            .add(named("tmp", "emptyDir", Yaml::map().set("sizeLimit", "64Mi")));
        return list;
    }

    [[nodiscard]] Yaml pod() const {
        Yaml security = Yaml::map();
        security.set("runAsNonRoot", true);
        // OpenShift gives pods an account of its own choice
        if (topology().isFor("k8s")) {
            const Origins& targets = topology().value(deploymentToml().targets).origins;
            for (const char* key : {"runAsUser", "runAsGroup", "fsGroup"})
                security.set(key, Sourced<std::int64_t>{999, targets});
        }
        security.set("seccompProfile", Yaml::map().set("type", "RuntimeDefault"));
        Yaml pod = Yaml::map();
        pod.set("restartPolicy", "Never")
            .set("automountServiceAccountToken", false)
            .set("securityContext", std::move(security))
            .set("containers", Yaml::list().add(container()))
            .set("volumes", volumes());
        return pod;
    }

    [[nodiscard]] Artifact cronJob() const {
        const Text time = timeOf(topology());
        const Text schedule{std::to_string(std::stoi(time->substr(3))) + ' ' +
                                std::to_string(std::stoi(time->substr(0, 2))) + " * * *",
                            time.origins};
        Yaml job = Yaml::map();
        job.set("backoffLimit", 1).set("template", Yaml::map().set("spec", pod()));
        Yaml spec = Yaml::map();
        spec.set("schedule", schedule)
            .set("concurrencyPolicy", "Forbid")
            .set("successfulJobsHistoryLimit", 3)
            .set("failedJobsHistoryLimit", 3)
            .set("jobTemplate", Yaml::map().set("spec", std::move(job)));
        Yaml document = Yaml::map();
        document.set("apiVersion", "batch/v1")
            .set("kind", "CronJob")
            .set("metadata", metadata(m_name))
            .set("spec", std::move(spec));
        return written("cron-job.yaml", document.because(m_why));
    }

    [[nodiscard]] Artifact claim() const {
        Yaml spec = Yaml::map();
        spec.set("accessModes", Yaml::list().add("ReadWriteOnce"))
            .set("resources", Yaml::map().set("requests", Yaml::map().set("storage", "20Gi")));
        Yaml document = Yaml::map();
        document.set("apiVersion", "v1")
            .set("kind", "PersistentVolumeClaim")
            .set("metadata", metadata(m_name))
            .set("spec", std::move(spec));
        return written("volume-claim.yaml", document.because(m_why));
    }

    [[nodiscard]] Artifact kustomization() const {
        Yaml files = Yaml::list();
        for (const char* file : {"deployment.sh", "lib.sh", "backup.sh", "verify.sh", "restore.sh"})
            files.add(file);
        Yaml map = Yaml::map();
        map.set("name", m_name).set("files", std::move(files));
        Yaml document = Yaml::map();
        document.set("apiVersion", "kustomize.config.k8s.io/v1beta1").set("kind", "Kustomization");
        const auto nameSpace = topology().value(deploymentToml().kubernetes.nameSpace);
        if (!nameSpace->empty()) document.set("namespace", nameSpace);
        document.set("resources", Yaml::list().add("cron-job.yaml").add("volume-claim.yaml"))
            .set("configMapGenerator", Yaml::list().add(std::move(map)));
        return written("kustomization.yaml", document.because(joined(m_why, reasonsOfNameSpace())));
    }

    [[nodiscard]] Origins reasonsOfNameSpace() const {
        return topology().value(deploymentToml().kubernetes.nameSpace).origins;
    }

    const Deployment& m_deployment;
    const KeptDatabase& m_kept;
    Text m_name;
    Origins m_why;
};

}

Artifacts backupUnits(const Deployment& deployment, const KeptDatabase& kept) {
    const std::string unit = machineNamesOf(deployment).package + "-backup-" + *kept.database->name;
    return {service(deployment, kept, unit), timer(deployment, kept, unit)};
}

Artifacts backupJob(const Deployment& deployment, const KeptDatabase& kept) {
    return Job(deployment, kept).run();
}

}
