#include "core/generate/api_manager_machine.h"

#include "core/generate/plain_text.h"
#include "core/generate/systemd_writer.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

class Unit {
public:
    explicit Unit(const ApiManagerServer& server)
        : m_server(server),
          m_writer(server.path(server.unit()), "api-manager", server.reasons("systemd.service(5)")) {}

    Artifact run() {
        const Text home = m_server.home();
        m_writer.comment("/etc/systemd/system/" + m_server.unit());
        m_writer.section("Unit");
        m_writer.setting("Description",
                         Text{"WSO2 API Manager, " + *m_server.node.role + ' ' + *m_server.node.name,
                              m_server.node.name.origins});
        m_writer.setting("Wants", "network-online.target");
        m_writer.setting("After", "network-online.target");
        m_writer.setting("StartLimitIntervalSec", "10min");
        m_writer.setting("StartLimitBurst", "5");
        m_writer.section("Service");
        m_writer.setting("Type", "exec");
        m_writer.setting("User", m_server.topology.value(deploymentToml().apiManager.user));
        m_writer.setting("WorkingDirectory", Text{*home + "/current", home.origins});
        m_writer.setting("UMask", "0027");
        m_writer.setting("EnvironmentFile", Text{*home + "/config/carbon.env", home.origins});
        // not there: the server says which value it misses
        m_writer.setting("EnvironmentFile", '-' + systemdText(*home + "/config/secrets.env"), home.origins);
        command(home);
        life();
        hardening(home);
        m_writer.section("Install");
        m_writer.setting("WantedBy", "multi-user.target");
        return std::move(m_writer).take();
    }

private:
    void command(const Text& home) {
        const Origins why = joined(home.origins, m_server.release.origins);
        std::vector<Text> words{{*home + "/current/bin/" + std::string(m_server.program.script), why}};
        if (!m_server.program.profile.empty())
            words.push_back({"-Dprofile=" + std::string(m_server.program.profile), why});
        m_writer.command("ExecStart", words);
    }

    void life() {
        m_writer.setting("SuccessExitStatus", "143", {layout("Java, exit status after SIGTERM")});
        m_writer.setting("Restart", "on-failure");
        m_writer.setting("RestartSec", "10s");
        m_writer.setting("TimeoutStopSec", "3min");
        // WSO2 API Manager, performance tuning
        m_writer.setting("LimitNOFILE", "65535");
        m_writer.setting("LimitNPROC", "20000");
    }

    void hardening(const Text& home) {
        static constexpr std::array<std::string_view, 9> always{
            "NoNewPrivileges", "PrivateTmp",        "ProtectClock",         "ProtectControlGroups",
            "ProtectHostname", "ProtectKernelLogs", "ProtectKernelModules", "ProtectKernelTunables",
            "RestrictSUIDSGID"};
        const Origins why{layout("systemd.exec(5), sandboxing")};
        for (const std::string_view key : always) m_writer.setting(key, "yes", why);
        m_writer.setting("ProtectSystem", "strict", why);
        // it keeps logs, indexes and its own database beside its program
        m_writer.setting("ReadWritePaths", Text{*home, home.origins});
    }

    const ApiManagerServer& m_server;
    SystemdWriter m_writer;
};

/// Options of Java that the start script can pass on: it splits them at blanks.
Text javaOptionsOf(const Component& component) {
    Text options{"", component.javaOptions.origins};
    for (const std::string& each : *component.javaOptions) {
        const bool whole = !each.empty() && std::ranges::none_of(each, [](char c) {
            return static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
        });
        if (whole) options.value += (options.value.empty() ? "" : " ") + each;
    }
    return options;
}

Origins reasonsOfComponents(const Topology& topology) {
    Origins all;
    for (const Component& each : topology.components) all = joined(std::move(all), each.role.origins);
    return all;
}

/// "-Xms2048m -Xmx2048m"; the start scripts begin with 256m and 1024m (WSO2 API Manager 4.7, bin).
Text heapOf(const Component& component) {
    const auto part = [](const char* option, const std::optional<Text>& heap, const char* usual) {
        return option + (heap ? **heap : std::string(usual));
    };
    Text heap{part("-Xms", component.minHeap, "256m") + ' ' + part("-Xmx", component.maxHeap, "1024m"), {}};
    for (const auto* each : {&component.minHeap, &component.maxHeap})
        if (*each) heap.origins = joined(std::move(heap.origins), (*each)->origins);
    return heap;
}

/// The folder of the Java that `vm.java` names, where it names one.
Text javaHomeOf(const Topology& topology) {
    constexpr std::string_view program = "/bin/java";
    const auto java = topology.value(deploymentToml().machine.java);
    const bool named = java->starts_with('/') && java->ends_with(program) && *java != "/usr/bin/java";
    return {named ? java->substr(0, java->size() - program.size()) : "/usr/lib/jvm/default-java",
            java.origins};
}

Artifact environment(const ApiManagerServer& server) {
    const Topology& topology = server.topology;
    const Origins components = reasonsOfComponents(topology);
    TextWriter writer(server.path("carbon.env"), "api-manager",
                      joined(server.reasons("WSO2 API Manager 4.7, start scripts"), components));
    writer.line("# Environment of " + *server.node.name, Origins());
    const Text java = javaHomeOf(topology);
    writer.line(environmentLine("JAVA_HOME", *java), java.origins);
    const Component* component = topology.component(*server.node.role);
    if (component == nullptr) return std::move(writer).take();
    if (component->minHeap || component->maxHeap) {
        const Text heap = heapOf(*component);
        writer.line(environmentLine("JVM_MEM_OPTS", *heap), joined(heap.origins, components));
    }
    const Text options = javaOptionsOf(*component);
    if (!options->empty())
        writer.line(environmentLine("JAVA_OPTS", *options), joined(options.origins, components));
    return std::move(writer).take();
}

Artifact secretsTemplate(const ApiManagerServer& server, const std::vector<ApiManagerSecret>& secrets) {
    TextWriter writer(server.path("secrets.env.template"), "api-manager",
                      server.reasons("WSO2 API Manager 4.7, $env in deployment.toml"));
    writer.line(
        "# Fill in as config/secrets.env on the machine, for the server's eyes only (mode 600): remove",
        Origins());
    writer.line(
        "# the sign before a name and write its value behind the =, between single quotes where it has",
        Origins());
    writer.line("# blanks, quotes, # or $.", Origins());
    for (const ApiManagerSecret& each : secrets) {
        writer.line("", each.origins);
        writer.line("# " + onOneLine(each.description), each.origins);
        writer.line('#' + each.variable + '=', each.origins);
    }
    return std::move(writer).take();
}

}

Artifacts apiManagerEnvironmentOf(const ApiManagerServer& server,
                                  const std::vector<ApiManagerSecret>& secrets) {
    Artifacts files;
    files.push_back(environment(server));
    files.push_back(secretsTemplate(server, secrets));
    return files;
}

Artifacts apiManagerMachineFilesOf(const ApiManagerServer& server,
                                   const std::vector<ApiManagerSecret>& secrets) {
    Artifacts files = apiManagerEnvironmentOf(server, secrets);
    files.push_back(Unit(server).run());
    return files;
}

}
