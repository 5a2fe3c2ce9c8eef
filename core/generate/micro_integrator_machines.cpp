#include "core/generate/micro_integrators.h"
#include "core/generate/systemd_writer.h"
#include "core/generate/topology_reasons.h"

#include <array>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

constexpr const char* unitFile = "micro-integrator.service";

/// Files of one machine, which go to the folder of the distribution and to /etc/systemd/system.
class Machine {
public:
    Machine(const MicroIntegrators& integrators, const Node& node)
        : m_integrators(integrators),
          m_node(node),
          m_folder("micro-integrator/" + *node.name + '/'),
          m_because(joined(integrators.reasons(), reasonsOf(node))) {}

    [[nodiscard]] Artifact configuration() const {
        const Text nodeId = m_node.nodeId->empty()
                                ? Text{*m_node.name, joined(m_node.name.origins, m_node.nodeId.origins)}
                                : m_node.nodeId;
        return integratorConfiguration(m_integrators, {.path = m_folder + "deployment.toml",
                                                       .host = m_node.host,
                                                       .nodeId = nodeId,
                                                       .runtime = m_node.name,
                                                       .because = m_because});
    }

    [[nodiscard]] Artifact environment() const {
        TextWriter writer(m_folder + "micro-integrator.env", microIntegratorFamily,
                          joined({layout("systemd.exec(5), EnvironmentFile")}, m_because));
        writer.line("# Environment of the Micro Integrator on " + *m_node.name, Origins());
        const Text home = javaHome();
        writer.line(environmentLine("JAVA_HOME", *home), home.origins);
        const Text memory = m_integrators.memoryOptions(false), options = m_integrators.javaOptions();
        if (!memory->empty()) writer.line(environmentLine("JVM_MEM_OPTS", *memory), memory.origins);
        if (!options->empty()) writer.line(environmentLine("JAVA_OPTS", *options), options.origins);
        return std::move(writer).take();
    }

    [[nodiscard]] Artifact variables() const {
        Artifact file = integratorVariables(m_integrators, m_folder + "secrets.env");
        file.origins = joined(std::move(file.origins), m_because);
        return file;
    }

    [[nodiscard]] Artifact unit() const {
        SystemdWriter writer(m_folder + unitFile, microIntegratorFamily,
                             joined({layout("systemd.service(5)")}, m_because));
        writer.comment(std::string("/etc/systemd/system/") + unitFile + " of " + *m_node.name);
        writer.section("Unit");
        writer.setting("Description", Text{"Micro Integrator on " + *m_node.name, m_node.name.origins});
        writer.setting("Wants", "network-online.target");
        writer.setting("After", "network-online.target");
        writer.setting("StartLimitIntervalSec", "10min");
        writer.setting("StartLimitBurst", "5");
        writer.section("Service");
        service(writer);
        writer.section("Install");
        writer.setting("WantedBy", "multi-user.target");
        return std::move(writer).take();
    }

private:
    [[nodiscard]] const Topology& topology() const { return m_integrators.topology(); }

    [[nodiscard]] Text home() const {
        const auto folder = topology().value(deploymentToml().microIntegrator.folder);
        const Text distribution = m_integrators.distribution();
        return {*folder + '/' + *distribution, joined(folder.origins, distribution.origins)};
    }

    /// The start script asks for it, and takes bin/java in it.
    [[nodiscard]] Text javaHome() const {
        Text java = topology().value(deploymentToml().machine.java);
        constexpr std::string_view program = "/bin/java";
        if (java->ends_with(program)) java.value.erase(java->size() - program.size());
        return java;
    }

    void service(SystemdWriter& writer) const {
        const Text place = home();
        writer.setting("Type", "exec");
        writer.setting("User", topology().value(deploymentToml().machine.user));
        writer.setting("WorkingDirectory", place);
        writer.setting("UMask", "0027");
        const auto file = [&](const char* name) { return Text{*place + "/conf/" + name, place.origins}; };
        writer.setting("EnvironmentFile", file("micro-integrator.env"));
        writer.setting("EnvironmentFile", file("secrets.env"));
        writer.command("ExecStart", {{*place + "/bin/micro-integrator.sh", place.origins}});
        writer.setting("SuccessExitStatus", "143", {layout("Java, exit status after SIGTERM")});
        writer.setting("Restart", "on-failure");
        writer.setting("RestartSec", "10s");
        writer.setting("TimeoutStartSec", "5min");
        // beyond the time that work under way is given, else systemd cuts it off
        constexpr double margin = 30;
        const auto end = topology().value(deploymentToml().microIntegrator.gracefulShutdown);
        writer.setting("TimeoutStopSec", toText(Duration{end->seconds + margin}), end.origins);
        writer.setting("LimitNOFILE", "65535");
        static constexpr std::array<std::array<std::string_view, 2>, 6> hardening{{
            {"NoNewPrivileges", "yes"},
            {"PrivateDevices", "yes"},
            {"ProtectControlGroups", "yes"},
            {"ProtectKernelModules", "yes"},
            {"ProtectKernelTunables", "yes"},
            {"RestrictSUIDSGID", "yes"},
        }};
        for (const auto& [key, setting] : hardening)
            writer.setting(key, setting, {layout("systemd.exec(5), sandboxing")});
    }

    const MicroIntegrators& m_integrators;
    const Node& m_node;
    std::string m_folder;
    Origins m_because;
};

}

Artifacts integratorMachines(const MicroIntegrators& integrators) {
    Artifacts files;
    for (const Node* node : integrators.nodes()) {
        const Machine machine(integrators, *node);
        files.push_back(machine.configuration());
        files.push_back(machine.environment());
        files.push_back(machine.variables());
        files.push_back(machine.unit());
    }
    return files;
}

}
