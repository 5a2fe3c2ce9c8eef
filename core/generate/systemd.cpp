#include "core/generate/configuration_folders.h"
#include "core/generate/machine_names.h"
#include "core/generate/systemd_writer.h"
#include "core/generate/topology_reasons.h"
#include "core/model/listening_ports.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

const auto& keys() {
    return deploymentToml().machine;
}

/// Whether a file is in one of the folders, which end without a slash.
bool isBelow(const std::string& path, std::initializer_list<std::string_view> folders) {
    return std::ranges::any_of(folders, [&](std::string_view folder) {
        return path.starts_with(folder) && path.substr(folder.size()).starts_with('/');
    });
}

/// What all units of a deployment share.
struct Machines {
    const Deployment& deployment;
    MachineNames names = machineNamesOf(deployment);
    std::vector<ListeningPort> ports{};
    /// The configuration files of all environments, the one that is read first in front.
    std::vector<Text> files{};

    [[nodiscard]] const Topology& topology() const { return deployment.topology; }
    /// Both the node and the package are in the paths of its files.
    [[nodiscard]] Origins reasonsOfFiles(const Node& node, const char* specification) const {
        return joined(joined({layout(specification)}, reasonsOf(node)), deployment.workload.name.origins);
    }
    [[nodiscard]] Text settings() const {
        return {names.config() + '/' + names.package + ".env", names.folder.origins};
    }
    [[nodiscard]] Text inConfig(std::string_view file, const Origins& because) const {
        return {names.config() + '/' + std::string(file), joined(names.folder.origins, because)};
    }
};

Machines machinesIn(const Design& design) {
    Machines machines{.deployment = design.deployment};
    const Configuration& configuration = design.deployment.configuration;
    machines.ports =
        listeningPortsOf(programOf(design), configuration.document ? &*configuration.document : nullptr);
    const auto folders = configurationFoldersOf(design);
    if (std::ranges::any_of(folders, &ConfigurationFolder::hasSecrets))
        machines.files.push_back(machines.inConfig(secretsFile, configuration.path.origins));
    if (std::ranges::any_of(folders, &ConfigurationFolder::hasSettings))
        machines.files.push_back(machines.inConfig(settingsFile, configuration.path.origins));
    return machines;
}

/// The unit of one node.
class Unit {
public:
    Unit(const Machines& machines, const Node& node)
        : m_machines(machines),
          m_node(node),
          m_writer("vm/systemd/" + *node.name + '/' + machines.names.unit(), "systemd",
                   machines.reasonsOfFiles(node, "systemd.service(5)")) {}

    Artifact run() {
        m_writer.comment("/etc/systemd/system/" + names().unit() + " of " + *m_node.name);
        m_writer.section("Unit");
        m_writer.setting("Description", Text{names().package + " on " + *m_node.name, m_node.name.origins});
        m_writer.setting("Wants", "network-online.target");
        m_writer.setting("After", "network-online.target");
        // a program that cannot start is left alone after a while, and somebody looks
        m_writer.setting("StartLimitIntervalSec", "5min");
        m_writer.setting("StartLimitBurst", "10");
        m_writer.section("Service");
        account();
        m_writer.command("ExecStart", command());
        life();
        hardening();
        m_writer.section("Install");
        m_writer.setting("WantedBy", "multi-user.target");
        return std::move(m_writer).take();
    }

private:
    [[nodiscard]] const MachineNames& names() const { return m_machines.names; }
    template <class T> [[nodiscard]] Sourced<T> value(Setting<T> setting) const {
        return m_machines.topology().value(setting);
    }

    void account() {
        const Origins& package = m_machines.deployment.workload.name.origins;
        m_writer.setting("Type", "exec");
        m_writer.setting("User", names().user);
        // the one folder it may write to: logs and dumps by relative paths land there
        m_writer.setting("StateDirectory", names().package, package);
        m_writer.setting("WorkingDirectory", "/var/lib/" + names().package, package);
        m_writer.setting("UMask", "0027");
        m_writer.setting("EnvironmentFile", m_machines.settings());
        const Text secrets = m_machines.inConfig(secretVariablesFile, {});
        m_writer.setting("EnvironmentFile", '-' + systemdText(*secrets), secrets.origins);
    }

    [[nodiscard]] std::vector<Text> command() const {
        const auto& deployment = m_machines.deployment;
        const bool native = *deployment.graalvm;
        const Text program{names().current() + '/' + *names().program,
                           joined(names().folder.origins, names().program.origins)};
        std::vector<Text> words{native ? program : value(keys().java)};
        const auto heap = m_machines.topology().written(keys().maxHeap);
        if (heap) words.push_back({"-Xmx" + **heap, heap->origins});
        if (!native) {
            // without memory a program does not recover, so systemd starts it again
            words.push_back({"-XX:+ExitOnOutOfMemoryError", {layout("c2c 4.0.0, section 8.1")}});
            const auto options = value(keys().javaOptions);
            for (const std::string& option : *options)
                if (!option.contains('\0')) words.push_back({option, options.origins});
            words.push_back({"-jar", deployment.graalvm.origins});
            words.push_back(program);
        }
        if (const ListeningPort* port = portToMove(m_machines.ports, *m_node.port))
            words.push_back({"-C" + port->key + '=' + std::to_string(*m_node.port),
                             joined(m_node.port.origins,
                                    joined(deployment.organisation.origins, deployment.package.origins))});
        return words;
    }

    void life() {
        m_writer.setting("SuccessExitStatus", "143", {layout("Java, exit status after SIGTERM")});
        m_writer.setting("Restart", "on-failure");
        m_writer.setting("RestartSec", "5s");
        const auto start = value(keys().startTimeout), stop = value(keys().stopTimeout);
        m_writer.setting("TimeoutStartSec", toText(*start), start.origins);
        m_writer.setting("TimeoutStopSec", toText(*stop), stop.origins);
        m_writer.setting("LimitNOFILE", "65536");
    }

    /// Nothing here forbids memory that is written and executed: a JVM compiles while it runs.
    void hardening() {
        static constexpr std::array<std::array<std::string_view, 2>, 14> always{{
            {"NoNewPrivileges", "yes"},
            {"ProtectSystem", "strict"},
            {"PrivateDevices", "yes"},
            {"ProtectClock", "yes"},
            {"ProtectControlGroups", "yes"},
            {"ProtectHostname", "yes"},
            {"ProtectKernelLogs", "yes"},
            {"ProtectKernelModules", "yes"},
            {"ProtectKernelTunables", "yes"},
            {"LockPersonality", "yes"},
            {"RestrictNamespaces", "yes"},
            {"RestrictRealtime", "yes"},
            {"RestrictSUIDSGID", "yes"},
            {"SystemCallArchitectures", "native"},
        }};
        const Origins why{layout("systemd.exec(5), sandboxing")};
        for (const auto& [key, setting] : always) m_writer.setting(key, setting, why);
        m_writer.setting("RestrictAddressFamilies", "AF_INET AF_INET6 AF_UNIX AF_NETLINK", why);
        const auto java = value(keys().java);
        const auto isIn = [&](std::initializer_list<std::string_view> folders) {
            return isBelow(*names().folder, folders) || isBelow(*java, folders);
        };
        const Origins places = joined(joined(names().folder.origins, java.origins), why);
        m_writer.setting("ProtectHome", isIn({"/home", "/root", "/run/user"}) ? "read-only" : "yes", places);
        m_writer.setting("PrivateTmp", isIn({"/tmp", "/var/tmp"}) ? "no" : "yes", places);
        constexpr std::int64_t firstOfUsers = 1024;
        const bool privileged = *m_node.port > 0 && *m_node.port < firstOfUsers;
        const Origins port = joined(m_node.port.origins, why);
        m_writer.setting("CapabilityBoundingSet", privileged ? "CAP_NET_BIND_SERVICE" : "", port);
        if (privileged) m_writer.setting("AmbientCapabilities", "CAP_NET_BIND_SERVICE", port);
    }

    const Machines& m_machines;
    const Node& m_node;
    SystemdWriter m_writer;
};

/// What the unit's program finds in its environment.
Artifact environment(const Machines& machines, const Node& node) {
    TextWriter writer("vm/systemd/" + *node.name + '/' + machines.names.package + ".env", "systemd",
                      machines.reasonsOfFiles(node, "systemd.exec(5), EnvironmentFile"));
    writer.line("# Environment of the program on " + *node.name, Origins());
    std::string files;
    Origins why;
    for (const Text& file : machines.files) {
        files += (files.empty() ? "" : ":") + *file;
        why = joined(std::move(why), file.origins);
    }
    if (!files.empty()) writer.line(environmentLine("BAL_CONFIG_FILES", files), why);
    return std::move(writer).take();
}

Artifacts generate(const Design& design) {
    Artifacts files;
    const std::vector<std::size_t> numbers = machinesOf(design.deployment);
    if (numbers.empty()) return files;
    const Machines machines = machinesIn(design);
    for (const std::size_t number : numbers) {
        const Node& node = design.deployment.topology.nodes[number];
        files.push_back(Unit(machines, node).run());
        files.push_back(environment(machines, node));
    }
    return files;
}

}

extern const Generator systemd{.family = "systemd", .generate = generate, .asksForEnvironments = true};

}
