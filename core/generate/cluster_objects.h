#pragma once

#include "core/generate/cluster_place.h"
#include "core/generate/yaml.h"

#include <map>
#include <string>
#include <vector>

namespace arabesque {

/// A Kubernetes object as it is in one place.
struct ClusterObject {
    Yaml document;
    /// Why something of what code-to-cloud makes is not there, by JSON pointer.
    std::map<std::string, Origins> removed{};

    [[nodiscard]] const std::string& kind() const { return document.at("kind").text(); }
    [[nodiscard]] const std::string& name() const { return document.at("metadata").at("name").text(); }
    [[nodiscard]] bool is(const ClusterObject& other) const {
        return kind() == other.kind() && name() == other.name();
    }
};

/// A Secret that somebody fills in and applies by hand, since no file here may hold it.
struct SecretToFillIn {
    Sourced<std::string> name{};
    std::vector<std::pair<std::string, Sourced<std::string>>>
        notes{};   ///< by key: text with notes what to fill in
};

/// What a place has, without the namespace of its objects.
struct Cluster {
    Sourced<std::string> nameSpace{};   ///< empty: the current one
    std::vector<ClusterObject> objects{};
    std::vector<SecretToFillIn> secrets{};

    [[nodiscard]] const ClusterObject* find(std::string_view kind) const;
};

/// What code-to-cloud makes, and what Deployment.toml says of it that code-to-cloud cannot. Nothing else is changed.
[[nodiscard]] Cluster clusterOf(const ClusterPlace& place, const ballerina::PackageFacts& facts);

/// What code-to-cloud makes, as it is.
[[nodiscard]] std::vector<ClusterObject> bareObjectsOf(const Workload& workload);

/// The pod's specification inside a Deployment, Job or CronJob.
[[nodiscard]] Yaml& podOf(Yaml& workloadObject);

/// How requests from outside reach the Service.
struct Route {
    bool gatewayApi = false;
    Sourced<std::string> kind{}, host{}, path{}, className{},
        tlsSecret{};   ///< className, tlsSecret: empty: none
    Sourced<std::int64_t> port{};
    std::vector<std::pair<std::string, Sourced<std::string>>> annotations{};
};
/// Nothing where no host is written, or the program has no Service.
[[nodiscard]] std::optional<Route> routeOf(const Deployment& deployment);
[[nodiscard]] Yaml routeObject(const Route& route, const Workload& workload);

/// Parts a Deployment gets beside those of code-to-cloud; only what is written.
void addToDeployment(ClusterObject& object, const ClusterPlace& place);
void addToAutoscaler(Yaml& autoscaler, const ClusterPlace& place);
[[nodiscard]] Yaml budgetObject(const ClusterPlace& place);
[[nodiscard]] Yaml networkPolicyObject(const Workload& workload, const Sourced<bool>& wanted);

/// Moves secrets out of the objects of a place, and mounts the configuration of an environment that Cloud.toml does
/// not mount.
void addConfiguration(Cluster& cluster, const ClusterPlace& place, const ballerina::PackageFacts& facts);

}
