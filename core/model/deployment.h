#pragma once

#include "core/model/origin.h"
#include "core/model/topology.h"
#include "core/text/diagnostic.h"
#include "core/text/snapshot.h"
#include "core/toml/document.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace arabesque {

/// An environment variable taken from a ConfigMap or Secret that exists on the cluster.
struct EnvironmentReference {
    Sourced<std::string> name{}, key{}, object{};
    bool secret = false;
};

/// A ConfigMap or Secret made from files, and where it is mounted (c2c 4.0.0, sections 6.4 and 6.5).
struct ConfigObject {
    Sourced<std::string> name{};
    Sourced<std::string> mountPath{};
    bool secret = false;
    bool readOnly = true;
    bool ballerinaConfig = false;   ///< feeds BAL_CONFIG_FILES
    bool directory = false;         ///< mounted whole, without subPath
    struct Entry {
        std::string key;   ///< file name
        std::string bytes;
        std::vector<Origin> origins;
    };
    std::vector<Entry> entries{};   ///< in the order they were added
    std::vector<Origin> files{};    ///< the settings that name its files
    std::int32_t hash = 0;          ///< order inside sets, taken when made (section 7.2)
};

struct Claim {
    Sourced<std::string> name{}, mountPath{};
    std::int32_t hash = 0;
};

struct HttpProbe {
    Sourced<std::int64_t> port;
    Sourced<std::string> path;
};

struct Autoscaling {
    Sourced<std::int64_t> minReplicas, maxReplicas, cpu;
    std::optional<Sourced<std::int64_t>> memory;
};

struct CopiedFile {
    Sourced<std::string> source{}, target{};
    std::map<std::string, std::string> files{};   ///< path below the docker folder to bytes
};

/// How a native executable is built in the image's first stage (c2c 4.0.0, section 8.3).
struct NativeBuild {
    Sourced<std::string> builder{};   ///< image of the first FROM
    Sourced<std::string> command{};
    Sourced<std::string> executable{};   ///< file name
};

/// One deployable program and its settings; every name as code-to-cloud derives it (c2c 4.0.0, section 2).
struct Workload {
    enum class Kind { Service, Job, CronJob };
    Kind kind = Kind::Service;
    Sourced<std::string> name;      ///< OUT: label, selector and YAML file name
    std::string jar;                ///< JAR: executable's base name
    Sourced<std::string> thinJar;   ///< THIN
    Sourced<std::string> mainClass;
    Sourced<std::string> objectName;   ///< of the Deployment, Job or CronJob and its container
    Sourced<std::string> serviceName;
    Sourced<std::string> image;                     ///< repository/name:tag
    Sourced<std::string> schedule;                  ///< of a CronJob
    std::vector<Sourced<std::int64_t>> ports;       ///< distinct, in order of first appearance
    std::vector<Sourced<std::int64_t>> everyPort;   ///< of every service, repeated ones too
    Sourced<std::string> minMemory, maxMemory, minCpu, maxCpu;
    Sourced<bool> autoscaled;
    Autoscaling autoscaling;
    std::optional<HttpProbe> liveness, readiness;
    std::vector<EnvironmentReference> environment;
    std::vector<ConfigObject> configs;   ///< in the order they were declared
    std::vector<Claim> claims;
    std::vector<CopiedFile> copies;
    Sourced<std::string> base;   ///< image of the final FROM
    std::optional<NativeBuild> native;
    bool defaultBase = true;   ///< the JVM default, which brings the user block
    std::optional<Sourced<std::string>> entrypoint;
    Sourced<bool> thin;   ///< settings.thinJar as written
    /// File names of the dependencies' jars, in byte order, as an earlier build left them: only a build knows them.
    /// Nothing where there is none, or where one jar with everything is made (c2c 4.0.0, sections 3.1 and 8.1).
    std::optional<Sourced<std::vector<std::string>>> thinJars;
    Sourced<bool> singleYaml;
    Sourced<bool> buildImage;   ///< settings.buildImage as written
    Origin cloudToml;           ///< that there is a Cloud.toml, or none, decides some defaults

    [[nodiscard]] bool isTask() const { return kind != Kind::Service; }
    /// Tasks do not ask settings.buildImage (c2c 4.0.0, section 3.1).
    [[nodiscard]] bool buildsImage() const { return isTask() || *buildImage; }
};

/// A place of deployment that Deployment.toml declares.
struct Environment {
    Sourced<std::string> name{};
    Sourced<std::string> config{};   ///< the file that stands in for Config.toml
    std::size_t number = 0;          ///< of its entry, from 0
};

/// The values a program is started with.
struct Configuration {
    Sourced<std::string> path{};   ///< in the project: "Config.production.toml"
    std::optional<toml::Document>
        document{};   ///< nothing where there is no such file; holds secrets as written
};

/// What was meant: read from documents through schemas, each value with its provenance.
struct Deployment {
    enum class Cloud { None, Docker, Kubernetes, OpenShift, Choreo, Unknown };
    Sourced<std::string> cloud;   ///< the build option, or the caller's target
    Cloud target = Cloud::None;
    Sourced<std::string> organisation, package, version;
    bool hasCloudToml = false;
    bool templateSecrets = false;
    Workload workload;
    Sourced<bool> graalvm;
    Sourced<std::string> release;   ///< of code-to-cloud whose files are made
    std::vector<Environment> environments;
    std::optional<Environment> environment;   ///< the one this is made for
    Configuration configuration;              ///< of the environment, else Config.toml
    Topology topology;   ///< nodes and places; empty where Deployment.toml lays nothing out
    /// Whether the target is one that Kubernetes files, or an image by Cloud.toml's settings, are made for.
    [[nodiscard]] bool makesKubernetes() const {
        return target == Cloud::Kubernetes || target == Cloud::OpenShift;
    }
    /// Whether the target is one that code-to-cloud writes anything for.
    [[nodiscard]] bool makesFiles() const { return makesImage() || target == Cloud::Choreo; }
    [[nodiscard]] bool makesImage() const { return makesKubernetes() || target == Cloud::Docker; }
    [[nodiscard]] bool readsCloudToml() const { return hasCloudToml && makesImage(); }
    std::vector<Diagnostic> problems;      ///< what keeps a file from being read
    std::vector<std::string> references;   ///< paths of files it is made from, as written, each once
    std::map<std::string, Sourced<std::string>>
        derived;   ///< TOML values of defaults that follow from others, by "document:field path"
};

}
