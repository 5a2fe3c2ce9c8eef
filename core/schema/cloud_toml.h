#pragma once

#include "core/schema/schema.h"

namespace arabesque {

/// Cloud.toml as code-to-cloud checks and reads it (c2c 4.0.0, section 3).
class CloudToml : public Schema {
public:
    CloudToml() : Schema("Cloud.toml", "C2C Spec") {}

private:
    static constexpr const char* notBlank = R"(^(?!\s*$).+)";
    static constexpr const char* quantity = "^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$";

    /// A text that may not be blank; `name` is what the tool's message calls it.
    Setting<std::string> addText(Field field, std::string_view name = {}) {
        const std::string called(name.empty() ? nameOf(field.path) : name);
        field.pattern = notBlank;
        field.patternMessage = "`" + called + "` should not be empty";
        return declare<std::string>(withSource(std::move(field)));
    }
    Setting<std::string> addQuantity(Field field) {
        field.pattern = quantity;
        return declare<std::string>(withSource(std::move(field)));
    }
    template <class T> Setting<T> addSetting(Field field) { return declare<T>(withSource(std::move(field))); }
    static Field withSource(Field field) {
        if (field.source.empty()) field.source = "c2c 4.0.0, section 3.1";
        return field;
    }
    Records addTable(const char* path, MessageText label, MessageText summary) {
        return add(Table{.path = path, .label = label, .summary = summary});
    }
    Records addRecords(const char* path, MessageText label, MessageText summary) {
        return add(Table{.path = path, .records = true, .label = label, .summary = summary});
    }
    Setting<std::int64_t> addProbePort(const char* path) {
        return addSetting<std::int64_t>({
            .path = path,
            .meaning = Meaning::Port,
            .hint = "9091",
            .least = 0,
            .required = true,
            .label = MESSAGE("cloud", "Port"),
            .summary = MESSAGE("cloud", "Port of a service of the program; there is no default."),
        });
    }
    Setting<std::string> addProbePath(const char* path, const char* hint) {
        return addSetting<std::string>({
            .path = path,
            .hint = hint,
            .pattern = notBlank,
            .required = true,
            .label = MESSAGE("cloud", "Path"),
            .summary = MESSAGE(
                "cloud",
                "Path of a resource on that port: service path and resource path; there is no default."),
        });
    }
    Setting<std::string> addFile(const char* path, MessageText summary, const char* hint = "") {
        return addText({
            .path = path,
            .meaning = Meaning::Path,
            .hint = hint,
            .required = true,
            .label = MESSAGE("cloud", "File"),
            .summary = summary,
            .source = "c2c 4.0.0, section 3.2",
        });
    }
    Setting<std::string> addKeyReference(const char* path, const char* hint = "") {
        return addText({
            .path = path,
            .hint = hint,
            .formerNames = {"key"},
            .label = MESSAGE("cloud", "Key"),
            .summary = MESSAGE(
                "cloud", "Key inside the ConfigMap or Secret; also the variable's name unless one is given."),
            .source = "c2c 4.0.0, section 3.2",
        });
    }
    Setting<std::string> addVariable(const char* path, const char* hint = "") {
        return addText({
            .path = path,
            .fallbackNote = MESSAGE("cloud", "the key"),
            .hint = hint,
            .label = MESSAGE("cloud", "Variable"),
            .summary = MESSAGE("cloud", "Name of the environment variable."),
            .source = "c2c 4.0.0, section 3.2",
        });
    }

public:
    Records rootTable =
        addTable("", MESSAGE("cloud", "Cloud.toml"),
                 MESSAGE("cloud", "What code-to-cloud makes of the package: image and Kubernetes files."));

    Records containerTable = addTable("container", MESSAGE("cloud", "Container"),
                                      MESSAGE("cloud", "The image the program runs in."));
    Records imageTable = addTable("container.image", MESSAGE("cloud", "Container image"),
                                  MESSAGE("cloud", "Name and content of the image."));

    Setting<std::string> imageRepository = addText({
        .path = "container.image.repository",
        .hint = "\"ballerina\"",
        .label = MESSAGE("cloud", "Repository"),
        .summary = MESSAGE(
            "cloud",
            "Registry and user in front of the image name, such as registry.example.com/team. Without it "
            "the image has no prefix."),
    });
    Setting<std::string> imageName = addSetting<std::string>({
        .path = "container.image.name",
        .meaning = Meaning::ImageName,
        .fallbackNote = MESSAGE(
            "cloud", "from the package name, at most 15 characters; without any Cloud.toml the whole name"),
        .hint = "\"hello\"",
        .pattern = "[a-zA-Z0-9][a-zA-Z0-9_.-]+",
        .patternMessage =
            "container names must start with an alphanumeric character and can then contain _ . or - in "
            "addition to alphanumeric for the rest of the characters",
        .label = MESSAGE("cloud", "Image name"),
        .summary = MESSAGE(
            "cloud", "Name of the image, at least two characters. Docker itself takes lower case only."),
    });
    Setting<std::string> imageTag = addSetting<std::string>({
        .path = "container.image.tag",
        .fallback = "\"latest\"",
        .hint = "\"latest\"",
        .pattern = R"(^[\w][\w.-]{0,127}$)",
        .patternMessage = "`tag` should not be empty which has less than 127 characters",
        .label = MESSAGE("cloud", "Tag"),
        .summary = MESSAGE("cloud",
                           "Version of the image. A fixed tag makes a roll-back possible; latest does not."),
    });
    Setting<std::string> imageBase = addText({
        .path = "container.image.base",
        .fallbackNote =
            MESSAGE("cloud", "the JVM image of this release, or a distroless one for native images"),
        .hint = "\"ballerina/jvm-runtime:3.0\"",
        .label = MESSAGE("cloud", "Base image"),
        .summary = MESSAGE(
            "cloud",
            "Image the program's image is built on. Any other than the default, another tag of it "
            "included, also leaves out the ballerina user: the program then runs as that image's user."),
    });
    Setting<std::string> entrypoint = addText({
        .path = "container.image.entrypoint",
        .formerNames = {"cmd"},
        .label = MESSAGE("cloud", "Entry point"),
        .summary = MESSAGE(
            "cloud",
            "Replaces the whole ENTRYPOINT line of the Dockerfile, so it begins with ENTRYPOINT or CMD. "
            "${APP} becomes the jar's file name. Ignored for jobs."),
    });

    Records userTable = addTable("container.image.user", MESSAGE("cloud", "Image user"),
                                 MESSAGE("cloud", "The user inside the container."));

    Setting<std::string> runAs = addText({
        .path = "container.image.user.run_as",
        .dead = true,
        .label = MESSAGE("cloud", "Run as"),
        .summary = MESSAGE(
            "cloud",
            "Accepted, but no generated file changes: the user is ballerina with the default base image "
            "and the base image's own user otherwise."),
    });

    Records copyTable = addTable("container.copy", MESSAGE("cloud", "Copied files"),
                                 MESSAGE("cloud", "Files that become part of the image."));

    Records copyFiles =
        addRecords("container.copy.files", MESSAGE("cloud", "Files copied into the image"),
                   MESSAGE("cloud", "One COPY line of the Dockerfile each. Ignored for jobs."));
    Setting<std::string> copySource = addText({
        .path = "container.copy.files[].sourceFile",
        .meaning = Meaning::Path,
        .hint = "\"./data/data.txt\"",
        .required = true,
        .label = MESSAGE("cloud", "Source file"),
        .summary = MESSAGE("cloud", "File or folder of the package; the tool looks from the folder it is "
                                    "started in. A folder's content "
                                    "is copied. Jobs take none."),
        .source = "c2c 4.0.0, section 3.2",
    });
    Setting<std::string> copyTarget = addText({
        .path = "container.copy.files[].target",
        .hint = "\"/home/ballerina/data/data.txt\"",
        .required = true,
        .label = MESSAGE("cloud", "Target"),
        .summary = MESSAGE("cloud", "Path inside the container."),
        .source = "c2c 4.0.0, section 3.2",
    });

    Records cloudTable =
        addTable("cloud", MESSAGE("cloud", "Kubernetes"), MESSAGE("cloud", "What runs on the cluster."));
    Records deploymentTable = addTable("cloud.deployment", MESSAGE("cloud", "Deployment"),
                                       MESSAGE("cloud", "Resources and name of the running program."));

    Setting<std::string> internalDomainName = addSetting<std::string>({
        .path = "cloud.deployment.internal_domain_name",
        .fallbackNote = MESSAGE("cloud", "from the package name and -svc, at most 15 characters"),
        .pattern = "[a-z0-9]([-a-z0-9]*[a-z0-9])?",
        .patternMessage = "The `internal_domain_name` must start with a lowercase alphanumeric character. It "
                          "can contain a dash "
                          "in the middle of the string",
        .label = MESSAGE("cloud", "Internal domain name"),
        .summary =
            MESSAGE("cloud",
                    "Name of the Kubernetes Service, by which other programs of the cluster reach this one."),
    });
    Setting<bool> externalAccessible = addSetting<bool>({
        .path = "cloud.deployment.external_accessible",
        .dead = true,
        .label = MESSAGE("cloud", "External access"),
        .summary = MESSAGE("cloud", "Accepted, but no generated file changes: the Service stays inside the "
                                    "cluster and no Ingress is made."),
    });
    Setting<std::string> minMemory = addQuantity({
        .path = "cloud.deployment.min_memory",
        .meaning = Meaning::Memory,
        .fallback = "\"100Mi\"",
        .hint = "\"100Mi\"",
        .label = MESSAGE("cloud", "Memory request"),
        .summary = MESSAGE("cloud", "Memory that is kept free for one replica on its node."),
    });
    Setting<std::string> maxMemory = addQuantity({
        .path = "cloud.deployment.max_memory",
        .meaning = Meaning::Memory,
        .fallback = "\"512Mi\"",
        .hint = "\"512Mi\"",
        .label = MESSAGE("cloud", "Memory limit"),
        .summary = MESSAGE(
            "cloud",
            "Most memory one replica may use before it is killed and restarted. Public pages name 256Mi "
            "as the default; the tool uses 512Mi."),
    });
    Setting<std::string> minCpu = addQuantity({
        .path = "cloud.deployment.min_cpu",
        .meaning = Meaning::Cpu,
        .fallback = "\"200m\"",
        .hint = "\"200m\"",
        .label = MESSAGE("cloud", "CPU request"),
        .summary = MESSAGE(
            "cloud",
            "Share of a core that is kept free for one replica. Autoscaling measures use against it. Public "
            "pages name 500m or 1000m as the default; the tool uses 200m."),
    });
    Setting<std::string> maxCpu = addQuantity({
        .path = "cloud.deployment.max_cpu",
        .meaning = Meaning::Cpu,
        .fallback = "\"500m\"",
        .hint = "\"500m\"",
        .label = MESSAGE("cloud", "CPU limit"),
        .summary =
            MESSAGE("cloud", "Most of a core one replica may use; beyond it the program is slowed down."),
    });

    Records autoscalingTable = addTable(
        "cloud.deployment.autoscaling", MESSAGE("cloud", "Autoscaling"),
        MESSAGE("cloud", "The HorizontalPodAutoscaler, written for every service unless switched off."));

    Setting<bool> autoscalingEnabled = addSetting<bool>({
        .path = "cloud.deployment.autoscaling.enable",
        .fallback = "true",
        .label = MESSAGE("cloud", "Autoscaling"),
        .summary = MESSAGE(
            "cloud", "Off leaves the HorizontalPodAutoscaler out; the Deployment then stays at one replica."),
    });
    Setting<std::int64_t> minReplicas = addSetting<std::int64_t>({
        .path = "cloud.deployment.autoscaling.min_replicas",
        .fallback = "1",
        .hint = "1",
        .least = 1,
        .label = MESSAGE("cloud", "Least replicas"),
        .summary = MESSAGE(
            "cloud",
            "Replicas that always run. Two or more keep serving when one is lost. The Deployment's own "
            "replicas stays 1."),
    });
    Setting<std::int64_t> maxReplicas = addSetting<std::int64_t>({
        .path = "cloud.deployment.autoscaling.max_replicas",
        .fallback = "2",
        .hint = "2",
        .least = 1,
        .label = MESSAGE("cloud", "Most replicas"),
        .summary = MESSAGE("cloud", "Replicas under full load."),
    });
    Setting<std::int64_t> scaleAtCpu = addSetting<std::int64_t>({
        .path = "cloud.deployment.autoscaling.cpu",
        .meaning = Meaning::Percent,
        .fallback = "50",
        .hint = "50",
        .least = 1,
        .most = 100,
        .formerNames = {"cpu_threshold"},
        .label = MESSAGE("cloud", "CPU target"),
        .summary =
            MESSAGE("cloud", "Average use of the CPU request, in percent, above which replicas are added."),
    });
    Setting<std::int64_t> scaleAtMemory = addSetting<std::int64_t>({
        .path = "cloud.deployment.autoscaling.memory",
        .meaning = Meaning::Percent,
        .least = 1,
        .most = 100,
        .formerNames = {"memory_threshold"},
        .label = MESSAGE("cloud", "Memory target"),
        .summary = MESSAGE(
            "cloud",
            "Average use of the memory request, in percent, above which replicas are added. Public pages "
            "name 80 as the default; without this key memory is not measured."),
    });

    Records probesTable =
        addTable("cloud.deployment.probes", MESSAGE("cloud", "Probes"),
                 MESSAGE("cloud", "Questions Kubernetes asks each replica; the first after 30 seconds."));
    Records readinessTable =
        addTable("cloud.deployment.probes.readiness", MESSAGE("cloud", "Readiness probe"),
                 MESSAGE("cloud", "Whether a replica gets requests. Port and path are both needed."));

    Setting<std::int64_t> readinessPort = addProbePort("cloud.deployment.probes.readiness.port");
    Setting<std::string> readinessPath =
        addProbePath("cloud.deployment.probes.readiness.path", "\"/probes/readyz\"");

    Records livenessTable =
        addTable("cloud.deployment.probes.liveness", MESSAGE("cloud", "Liveness probe"),
                 MESSAGE("cloud", "Whether a replica is restarted. Port and path are both needed."));

    Setting<std::int64_t> livenessPort = addProbePort("cloud.deployment.probes.liveness.port");
    Setting<std::string> livenessPath =
        addProbePath("cloud.deployment.probes.liveness.path", "\"/probes/healthz\"");

    Records storageTable = addTable("cloud.deployment.storage", MESSAGE("cloud", "Storage"),
                                    MESSAGE("cloud", "Disks that outlive a replica."));

    Records volumes =
        addRecords("cloud.deployment.storage.volumes", MESSAGE("cloud", "Volumes"),
                   MESSAGE("cloud", "Mounts of claims that exist on the cluster; no claim is made."));
    Setting<std::string> volumeName = addText({
        .path = "cloud.deployment.storage.volumes[].name",
        .hint = "\"volume1\"",
        .required = true,
        .label = MESSAGE("cloud", "Claim"),
        .summary = MESSAGE("cloud", "Name of an existing PersistentVolumeClaim."),
        .source = "c2c 4.0.0, section 3.2",
    });
    Setting<std::string> volumePath = addText({
        .path = "cloud.deployment.storage.volumes[].local_path",
        .hint = "\"files\"",
        .required = true,
        .formerNames = {"mountPath"},
        .label = MESSAGE("cloud", "Mount path"),
        .summary = MESSAGE("cloud", "Path inside the container, written to the Deployment as it is."),
        .source = "c2c 4.0.0, section 3.2",
    });
    Setting<std::string> volumeSize = addText({
        .path = "cloud.deployment.storage.volumes[].size",
        .hint = "\"2Gi\"",
        .dead = true,
        .label = MESSAGE("cloud", "Size"),
        .summary = MESSAGE("cloud", "Accepted, but no generated file changes: the claim's own size counts."),
        .source = "c2c 4.0.0, section 3.2",
    });

    Records configTable = addTable("cloud.config", MESSAGE("cloud", "Configuration"),
                                   MESSAGE("cloud", "Values and files from ConfigMaps."));

    Records configFiles = addRecords(
        "cloud.config.files", MESSAGE("cloud", "Configuration files"),
        MESSAGE("cloud", "Config.toml files the program reads, kept in a ConfigMap in clear text."));
    Setting<std::string> configFile =
        addFile("cloud.config.files[].file", MESSAGE("cloud", "TOML file inside the package."));
    Setting<std::string> configFileObject = addText({
        .path = "cloud.config.files[].name",
        .fallback = "\"config-config-map\"",
        .label = MESSAGE("cloud", "ConfigMap"),
        .summary = MESSAGE("cloud", "Name of the ConfigMap. Files with one name share it."),
        .source = "c2c 4.0.0, section 3.2",
    });
    Records configSecrets = addRecords("cloud.config.secrets", MESSAGE("cloud", "Secret configuration files"),
                                       MESSAGE("cloud", "Config.toml files with secrets, kept in a Secret."));
    Setting<std::string> configSecret =
        addFile("cloud.config.secrets[].file", MESSAGE("cloud", "TOML file inside the package."));
    Setting<std::string> configSecretObject = addText({
        .path = "cloud.config.secrets[].name",
        .fallback = "\"config-secret\"",
        .label = MESSAGE("cloud", "Secret"),
        .summary = MESSAGE(
            "cloud", "Name of the Secret. Give each entry its own: two of one name overwrite each other."),
        .source = "c2c 4.0.0, section 3.2",
    });
    Records configMaps = addRecords("cloud.config.maps", MESSAGE("cloud", "Mounted files"),
                                    MESSAGE("cloud", "Any file or folder, mounted from a ConfigMap."));
    Setting<std::string> configMapFile =
        addFile("cloud.config.maps[].file", MESSAGE("cloud", "File or folder inside the package."),
                "\"resource/file.txt\"");
    Setting<std::string> configMapDirectory = addText({
        .path = "cloud.config.maps[].mount_dir",
        .hint = "\"/home/ballerina/resource\"",
        .required = true,
        .formerNames = {"mount_path"},
        .label = MESSAGE("cloud", "Mount folder"),
        .summary = MESSAGE(
            "cloud",
            "Folder inside the container; the file's name is added. Relative ones start at /home/ballerina."),
        .source = "c2c 4.0.0, section 3.2",
    });
    Records configEnvironment =
        addRecords("cloud.config.envs", MESSAGE("cloud", "Environment from ConfigMaps"),
                   MESSAGE("cloud", "Environment variables from ConfigMaps that exist on the cluster."));
    Setting<std::string> configKey = addKeyReference("cloud.config.envs[].key_ref", "\"FOO\"");
    Setting<std::string> configVariable = addVariable("cloud.config.envs[].name", "\"foo\"");
    Setting<std::string> configObject = addText({
        .path = "cloud.config.envs[].config_name",
        .hint = "\"module-foo\"",
        .label = MESSAGE("cloud", "ConfigMap"),
        .summary = MESSAGE("cloud", "Name of an existing ConfigMap; it is not generated."),
        .source = "c2c 4.0.0, section 3.2",
    });

    Records secretTable = addTable("cloud.secret", MESSAGE("cloud", "Secrets"),
                                   MESSAGE("cloud", "Values and files from Secrets."));

    Records secretEnvironment =
        addRecords("cloud.secret.envs", MESSAGE("cloud", "Environment from Secrets"),
                   MESSAGE("cloud", "Environment variables from Secrets that exist on the cluster."));
    Setting<std::string> secretKey = addKeyReference("cloud.secret.envs[].key_ref");
    Setting<std::string> secretVariable = addVariable("cloud.secret.envs[].name");
    Setting<std::string> secretObject = addText(
        {
            .path = "cloud.secret.envs[].secret_name",
            .label = MESSAGE("cloud", "Secret"),
            .summary = MESSAGE("cloud", "Name of an existing Secret; it is not generated."),
            .source = "c2c 4.0.0, section 3.2",
        },
        "secret");
    Records secretFiles = addRecords("cloud.secret.files", MESSAGE("cloud", "Mounted secret files"),
                                     MESSAGE("cloud", "Any file or folder, mounted from a Secret."));
    Setting<std::string> secretFile =
        addFile("cloud.secret.files[].file", MESSAGE("cloud", "File or folder inside the package."));
    Setting<std::string> secretDirectory = addText({
        .path = "cloud.secret.files[].mount_dir",
        .fallbackNote = MESSAGE("cloud", "/home/ballerina/secrets and a number; needed for the first entry"),
        .formerNames = {"mount_path"},
        .label = MESSAGE("cloud", "Mount folder"),
        .summary = MESSAGE("cloud", "Folder inside the container; the file's name is added. The first "
                                    "entry's own default is refused, so name one."),
        .source = "c2c 4.0.0, section 6.6",
    });

    Records settingsTable = addTable("settings", MESSAGE("cloud", "Build settings"),
                                     MESSAGE("cloud", "How files are written and built."));

    Setting<bool> singleYaml = addSetting<bool>({
        .path = "settings.singleYAML",
        .fallback = "true",
        .label = MESSAGE("cloud", "Single YAML file"),
        .summary = MESSAGE("cloud", "On: all Kubernetes documents in one file. Off: one file per kind."),
    });
    Setting<bool> buildImage = addSetting<bool>({
        .path = "settings.buildImage",
        .fallback = "true",
        .hint = "true",
        .label = MESSAGE("cloud", "Build the image"),
        .summary = MESSAGE("cloud", "Run docker build at the end of bal build. Jobs build always."),
    });
    Setting<bool> thinJar = addSetting<bool>({
        .path = "settings.thinJar",
        .fallback = "true",
        .hint = "true",
        .label = MESSAGE("cloud", "Thin jars"),
        .summary = MESSAGE(
            "cloud",
            "On: one layer for each dependency, so rebuilt images push little; the list comes from an "
            "earlier "
            "build in target/docker. Off, or with 110 and more jars and variables: one jar with everything."),
    });

    Records graalvmTable = addTable("graalvm", MESSAGE("cloud", "GraalVM"),
                                    MESSAGE("cloud", "Native images; used with graalvm = true."));
    Records builderTable = addTable("graalvm.builder", MESSAGE("cloud", "Native image builder"),
                                    MESSAGE("cloud", "First stage of the native Dockerfile."));

    Setting<std::string> builderBase = addText({
        .path = "graalvm.builder.base",
        .fallback = "\"ghcr.io/graalvm/native-image-community:21-ol9\"",
        .hint = "\"ghcr.io/graalvm/native-image-community:21-ol9\"",
        .label = MESSAGE("cloud", "Builder image"),
        .summary = MESSAGE("cloud", "Image that holds the native-image compiler."),
    });
    Setting<std::string> builderCommand = addText({
        .path = "graalvm.builder.buildCmd",
        .fallbackNote = MESSAGE("cloud", "native-image on the package's jar"),
        .hint = "\"native-image -jar hello.jar hello\"",
        .label = MESSAGE("cloud", "Build command"),
        .summary = MESSAGE("cloud", "Text behind RUN in the first stage."),
    });
};

/// The one instance; lives as long as the program.
[[nodiscard]] const CloudToml& cloud();

}
