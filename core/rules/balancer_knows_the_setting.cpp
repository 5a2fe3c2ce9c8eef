#include "core/rules/balancer.h"

namespace arabesque {

namespace {

class SettingCheck {
public:
    SettingCheck(const Checked& project, const Balancer& balancer, Findings& findings)
        : m_project(project), m_balancer(balancer), m_findings(findings) {}

    void run() const {
        const auto& keys = deploymentToml().loadBalancer;
        const Topology& topology = m_balancer.topology;
        if (m_balancer.isOpenSource()) {
            if (m_balancer.table.find("health_check") != nullptr)
                ofPlus("health_check",
                       MESSAGE("rules",
                               "the open source NGINX has no active health check, and refuses the file"));
            if (m_balancer.table.find("slow_start") != nullptr)
                ofPlus("slow_start",
                       MESSAGE("rules", "the open source NGINX has no slow start, and refuses the file"));
        }
        if (*topology.value(keys.affinity) == "cookie" && !m_balancer.knowsCookies())
            since("affinity", firstWithSticky,
                  MESSAGE("rules",
                          "the open source NGINX has affinity by cookie from %1 on, and this is for %2"),
                  m_balancer.table.set("affinity", "\"source\""),
                  MESSAGE("rules", "Go by the client's address"));
        if (*topology.value(keys.resolve) && !m_balancer.knowsResolve())
            since(
                "resolve", firstWithResolve,
                MESSAGE("rules", "the open source NGINX resolves names again from %1 on, and this is for %2"),
                m_balancer.table.unset("resolve"), MESSAGE("rules", "Resolve them once, at the start"));
        if (*topology.value(keys.method) == "least-time" && !m_balancer.knowsLeastTime()) leastTime();
    }

private:
    void ofPlus(const char* key, MessageText says) const {
        m_findings.at(m_balancer.placeOf(key))
            .say(says)
            .fix(MESSAGE("rules", "Use HAProxy, which has it"), m_balancer.table.set("engine", "\"haproxy\""))
            .fix({MESSAGE("rules", "Remove '%1'"), key}, m_balancer.table.unset(key))
            .fix(MESSAGE("rules", "Use NGINX Plus"), plus());
    }

    [[nodiscard]] Result<Edit> plus() const {
        auto edit = m_balancer.table.set("engine", "\"nginx-plus\"");
        const bool needsZone =
            m_balancer.table.find("health_check") != nullptr && m_balancer.table.find("zone") == nullptr;
        return needsZone ? failure(MESSAGE("rules", "a zone is missing as well")) : edit;
    }

    void since(const char* key, std::string_view first, MessageText says, const Result<Edit>& other,
               MessageText otherTitle) const {
        const DeploymentTable profile(m_project, {"profile"});
        m_findings.at(m_balancer.placeOf(key))
            .say({says, std::string(first), m_balancer.release})
            .fix(otherTitle, other)
            .fix({MESSAGE("rules", "Make it for %1"), std::string(first)},
                 profile.set("nginx", toml::quoted(first)));
    }

    void leastTime() const {
        const DeploymentTable profile(m_project, {"profile"});
        auto finding = m_findings.at(m_balancer.placeOf("method"));
        if (m_balancer.isNginx())
            finding.say(
                {MESSAGE("rules", "the open source NGINX chooses by time from %1 on, and this is for %2"),
                 std::string(firstWithLeastTime), m_balancer.release});
        else
            finding.say(MESSAGE("rules", "HAProxy has no method that goes by time, and refuses the file"));
        finding.fix({MESSAGE("rules", "Write %1"), "\"least-conn\""},
                    m_balancer.table.set("method", "\"least-conn\""));
        if (m_balancer.isNginx())
            finding.fix({MESSAGE("rules", "Make it for %1"), std::string(firstWithLeastTime)},
                        profile.set("nginx", toml::quoted(firstWithLeastTime)));
    }

    const Checked& m_project;
    const Balancer& m_balancer;
    Findings& m_findings;
};

void check(const Checked& project, Findings& findings) {
    if (const auto balancer = ownBalancerOf(project)) SettingCheck(project, *balancer, findings).run();
}

}

extern const Rule balancer_knows_the_setting{
    .id = "balancer-knows-the-setting",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A setting that the balancer does not have"),
    .why =
        MESSAGE("rules", "Active checks and slow start are parts of NGINX Plus and of HAProxy; affinity by "
                         "cookie, names that are resolved again and the choice by time came to the open "
                         "source NGINX with later releases. An unknown directive keeps the balancer from "
                         "starting."),
    .cure = MESSAGE("rules", "Use another engine or a later release, or leave the setting out."),
    .source = "NGINX, upstream module and change log; HAProxy manual",
    .example = {.wrong = R"(=== Deployment.toml
[load_balancer]
engine = "nginx"
health_check = «{ path = "/health" }»
)",
                .right = R"(=== Deployment.toml
[load_balancer]
engine = "haproxy"
health_check = { path = "/health" }
)"},
    .check = check};

}
