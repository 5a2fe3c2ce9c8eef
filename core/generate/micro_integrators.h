#pragma once

#include "core/generate/generator.h"
#include "core/generate/text_writer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

inline constexpr std::string_view microIntegratorRole = "micro-integrator";
inline constexpr const char* microIntegratorFamily = "micro-integrator";

/// A DNS label that begins as a text does.
[[nodiscard]] std::string labelOf(std::string_view text);

/// What one Micro Integrator may use; of containers, where the chart's own limits stand in for what is not written
/// (WSO2 helm-mi, mi/values.yaml).
struct IntegratorResources {
    Sourced<std::string> minHeap{}, maxHeap{};   ///< "512m"; empty: as the start script has it
    Sourced<std::string> memoryRequest{}, memoryLimit{}, cpuRequest{}, cpuLimit{};
};

/// The database that nodes agree through, as JDBC is told.
struct CoordinationDatabase {
    Sourced<std::string> url{}, driver{}, validationQuery{}, user{};
    std::optional<Sourced<std::int64_t>> maxActive{}, minIdle{};   ///< of its pool
    std::optional<Sourced<Duration>> maxWait{};
};

/// A value that nobody writes down: a variable of the environment, and what to fill in.
struct VariableToFillIn {
    std::string name, note;
    Origins because{};
};

/// What all files of the Micro Integrator share. Borrows the deployment.
class MicroIntegrators {
public:
    explicit MicroIntegrators(const Deployment& deployment);

    [[nodiscard]] const Deployment& deployment() const { return m_deployment; }
    [[nodiscard]] const Topology& topology() const { return m_deployment.topology; }
    /// Nodes whose name a folder can have.
    [[nodiscard]] const std::vector<const Node*>& nodes() const { return m_nodes; }
    /// Why there are files at all.
    [[nodiscard]] Origins reasons() const;

    [[nodiscard]] Sourced<std::string> release() const;   ///< "4.6.0"
    /// "wso2mi-4.6.0": how the distribution and its folder in images are called.
    [[nodiscard]] Sourced<std::string> distribution() const;
    /// "/home/wso2carbon/wso2mi-4.6.0" of images.
    [[nodiscard]] Sourced<std::string> homeInImage() const;
    [[nodiscard]] Sourced<std::string> image() const;        ///< that is made
    [[nodiscard]] Sourced<std::string> objectName() const;   ///< on Kubernetes
    /// Copies that run in a region; null: everywhere. At least one.
    [[nodiscard]] Sourced<std::int64_t> replicasIn(const Region* region) const;
    /// The wait before the order to stop, the end of what is under way and a margin: what is killed earlier loses work.
    [[nodiscard]] Sourced<std::int64_t> gracePeriod() const;
    [[nodiscard]] Sourced<std::string> preStopCommand() const;   ///< "sleep 15"
    /// A port with the offset: `base` is what the product has without one.
    [[nodiscard]] Sourced<std::int64_t> port(std::int64_t base) const;

    [[nodiscard]] IntegratorResources resources() const;
    /// Where nodes are coordinated and their database is known.
    [[nodiscard]] std::optional<CoordinationDatabase> database() const;
    [[nodiscard]] bool isCoordinated() const;
    /// Whether Prometheus collects its numbers.
    [[nodiscard]] bool isMeasured() const;
    [[nodiscard]] Origins reasonsOfMeasuring() const;
    /// Whatever decides which tables deployment.toml has.
    [[nodiscard]] Origins reasonsOfTables() const;
    /// Address of the API Manager's service catalogue, where services are registered and it is laid out.
    [[nodiscard]] std::optional<Sourced<std::string>> catalogue() const;
    /// "-DenablePrometheusApi=true -XX:+UseG1GC"
    [[nodiscard]] Sourced<std::string> javaOptions() const;
    /// "-Xms256m -Xmx1024m"; empty where nothing is written of either.
    [[nodiscard]] Sourced<std::string> memoryOptions(bool inContainer) const;
    [[nodiscard]] std::vector<VariableToFillIn> variables() const;

private:
    const Deployment& m_deployment;
    std::vector<const Node*> m_nodes;
};

inline constexpr std::int64_t integratorHttp = 8280, integratorHttps = 8243, integratorInternal = 9191,
                              integratorManagement = 9154;
/// The offset that is shipped, which published port numbers have.
inline constexpr std::int64_t shippedOffset = 10;

/// deployment.toml of one instance, or of all containers, which differ by a variable of their environment.
struct IntegratorConfiguration {
    std::string path;
    Sourced<std::string> host, nodeId, runtime;
    Origins because{};
};
[[nodiscard]] Artifact integratorConfiguration(const MicroIntegrators& integrators,
                                               const IntegratorConfiguration& place);
/// Of containers: each is told its name as NODE_ID.
[[nodiscard]] IntegratorConfiguration configurationInContainers(const MicroIntegrators& integrators);

/// Units, environments and configuration of machines.
[[nodiscard]] Artifacts integratorMachines(const MicroIntegrators& integrators);
/// Objects of Kubernetes, for each region with nodes.
[[nodiscard]] Artifacts integratorObjects(const MicroIntegrators& integrators);
/// Values of the official chart, and what it lacks.
[[nodiscard]] Artifacts integratorChart(const MicroIntegrators& integrators);
/// Folders of files that an environment has otherwise than `usual`, whole, below micro-integrator/environments/NAME.
[[nodiscard]] Artifacts integratorFilesOf(const Deployment& environment, const Artifacts& files,
                                          const Artifacts& usual);
/// A file of variables to fill in, below micro-integrator/.
[[nodiscard]] Artifact integratorVariables(const MicroIntegrators& integrators, std::string path);

}
