#include "core/generate/haproxy_files.h"

#include "core/generate/text_writer.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace arabesque {

namespace {

const DeploymentToml& keys() {
    return deploymentToml();
}

/// "2s", "500ms": without a unit HAProxy takes milliseconds.
std::string timeText(Duration duration) {
    constexpr double milliseconds = 1000;
    const auto whole = static_cast<std::int64_t>(std::llround(duration.seconds * milliseconds));
    if (whole % static_cast<std::int64_t>(milliseconds) != 0) return std::to_string(whole) + "ms";
    return std::to_string(whole / static_cast<std::int64_t>(milliseconds)) + 's';
}

class HaproxyFile {
public:
    HaproxyFile(const BalancerSite& site, const std::string& folder, const std::string& family)
        : m_site(site),
          m_writer(folder + "haproxy.cfg", family,
                   joined(joined({layout("HAProxy, configuration manual")}, site.origins),
                          site.value(keys().loadBalancer.engine).origins)) {}

    Artifact run() {
        line("# Load balancer " + m_site.node + ": /etc/haproxy/haproxy.cfg");
        global();
        defaults();
        for (const BalancedGroup& group : m_site.groups) {
            frontend(group);
            backend(group);
        }
        return std::move(m_writer).take();
    }

private:
    [[nodiscard]] const auto& balancer() const { return keys().loadBalancer; }
    [[nodiscard]] bool isHttp() const { return m_site.isHttp(); }

    void line(const std::string& text, const Origins& origins = {}) { m_writer.line(text, origins); }
    void section(const std::string& name, const Origins& origins = {}) {
        line("");
        line(name, origins);
    }
    void setting(const std::string& text, const Origins& origins = {}) { line("    " + text, origins); }

    void global() {
        section("global");
        setting("log /dev/log local0");
        setting("user haproxy");
        setting("group haproxy");
        setting("maxconn 4000");
        setting("stats socket /run/haproxy/admin.sock mode 660 level admin");
        if (const auto workers = m_site.written(balancer().workers))
            setting("nbthread " + std::to_string(**workers), workers->origins);
        if (const auto buffer = m_site.written(balancer().headerBuffer); buffer && **buffer > usualBuffer)
            setting("tune.bufsize " + std::to_string(**buffer), buffer->origins);
        setting("ssl-default-bind-options ssl-min-ver TLSv1.2");
    }

    void defaults() {
        section("defaults");
        const auto mode = m_site.value(balancer().mode);
        setting(isHttp() ? "mode http" : "mode tcp", mode.origins);
        setting("log global");
        accessLog();
        setting("option dontlognull");
        const auto connect = m_site.value(balancer().connectTimeout);
        const auto read = m_site.value(balancer().readTimeout);
        setting("timeout connect " + timeText(*connect), connect.origins);
        setting("timeout client " + timeText(*read), read.origins);
        setting("timeout server " + timeText(*read), read.origins);
        if (isHttp()) {
            setting("timeout http-request 10s");
            setting("option forwardfor");
        }
        setting("option redispatch 1");
        retries();
    }

    void accessLog() {
        const auto log = m_site.value(balancer().accessLog);
        if (*log == "off") {
            setting("no log", log.origins);
            return;
        }
        if (!isHttp())
            setting("option tcplog", log.origins);
        else if (*log == "json")
            setting(R"(log-format '{"time":"%[date,utime(%Y-%m-%dT%H:%M:%SZ)]","client":"%ci",)"
                    R"("request":%{+Q}HM,"path":%{+Q}HP,"status":%ST,"bytes":%B,"milliseconds":%Ta,)"
                    R"("server":"%s","serverMilliseconds":%Tr}')",
                    log.origins);
        else
            setting("option httplog", log.origins);
    }

    /// What HAProxy calls the events that NGINX counts; it never sends a POST again on its own.
    void retries() {
        constexpr std::array<std::array<std::string_view, 2>, 6> names{
            {{"error", "conn-failure empty-response"},
             {"timeout", "response-timeout"},
             {"http_500", "500"},
             {"http_502", "502"},
             {"http_503", "503"},
             {"http_504", "504"}}};
        const auto retryOn = m_site.written(balancer().retryOn);
        if (!isHttp() || !retryOn) return;
        std::string events;
        for (const auto& [ours, theirs] : names)
            if (std::ranges::contains(**retryOn, ours)) events += ' ' + std::string(theirs);
        setting("retry-on" + (events.empty() ? " none" : events), retryOn->origins);
    }

    void frontend(const BalancedGroup& group) {
        section("frontend " + group.name + "_clients");
        bind(group);
        if (isHttp()) {
            clients();
            limits();
            const auto tls = m_site.value(balancer().tls);
            setting(std::string("http-request set-header X-Forwarded-Proto ") + (*tls ? "https" : "http"),
                    tls.origins);
            const auto again = m_site.value(balancer().retryNonIdempotent);
            const auto retryOn = m_site.written(balancer().retryOn);
            if (retryOn && !*again)
                setting("http-request disable-l7-retry if { method POST PATCH LOCK }",
                        joined(retryOn->origins, again.origins));
        }
        setting("default_backend " + group.name);
    }

    void bind(const BalancedGroup& group) {
        std::string text = "bind :" + std::to_string(*group.port);
        const auto tls = m_site.value(balancer().tls);
        Origins why = joined(group.port.origins, tls.origins);
        if (isHttp() && *tls) {
            const auto written = m_site.written(balancer().certificate);
            text += " ssl crt " +
                    haproxyWord(written ? **written : "/etc/haproxy/tls/" + m_site.file + ".pem") +
                    " alpn h2,http/1.1";
            why = joined(std::move(why), reasonsOf(m_site.topology, balancer().certificate));
        }
        setting(text, why);
    }

    void clients() {
        const auto proxies = m_site.value(balancer().trustedProxies);
        if (proxies->empty()) return;
        std::string networks;
        for (const std::string& proxy : *proxies) networks += ' ' + haproxyWord(proxy);
        setting("http-request set-src req.hdr_ip(x-forwarded-for,-1) if { src" + networks + " }",
                proxies.origins);
    }

    void limits() {
        const auto& limits = keys().limits;
        if (const auto body = m_site.written(limits.body); body && **body > 0)
            setting("http-request deny deny_status 413 if { req.body_size gt " + std::to_string(**body) +
                        " }",
                    body->origins);
        const auto rate = m_site.written(limits.rate);
        const auto connections = m_site.written(limits.connections);
        if (!rate && !connections) return;
        const auto burst = m_site.value(limits.burst);
        const Origins why =
            joined(rate ? rate->origins : Origins(), connections ? connections->origins : Origins());
        setting("stick-table type ipv6 size 100k expire 30s store http_req_rate(1s),conn_cur", why);
        setting("http-request track-sc0 src", why);
        if (rate)
            setting("http-request deny deny_status 429 if { sc_http_req_rate(0) gt " +
                        std::to_string(**rate + *burst) + " }",
                    joined(rate->origins, burst.origins));
        if (connections)
            setting("http-request deny deny_status 429 if { sc_conn_cur(0) gt " +
                        std::to_string(**connections) + " }",
                    connections->origins);
    }

    void backend(const BalancedGroup& group) {
        section("backend " + group.name);
        method(group);
        if (m_site.checksActively()) healthCheck();
        if (isHttp() && usesCookie(group))
            setting("cookie BALANCER insert indirect nocache httponly",
                    m_site.value(balancer().affinity).origins);
        for (const BalancedServer& each : group.servers) server(group, each);
    }

    [[nodiscard]] bool usesCookie(const BalancedGroup& group) const {
        return group.keepsClients && *m_site.value(balancer().affinity) == "cookie";
    }

    void method(const BalancedGroup& group) {
        constexpr std::array<std::array<std::string_view, 2>, 6> names{{{"round-robin", "roundrobin"},
                                                                        {"least-conn", "leastconn"},
                                                                        {"ip-hash", "source"},
                                                                        {"hash", "uri"},
                                                                        {"random", "random"},
                                                                        {"least-time", "leastconn"}}};
        const auto affinity = m_site.value(balancer().affinity);
        const auto method = m_site.value(balancer().method);
        if (group.keepsClients && *affinity == "source") {
            setting("balance source", affinity.origins);
            return;
        }
        const auto* const found = std::ranges::find(names, *method, [](const auto& each) { return each[0]; });
        const std::string_view algorithm = found == names.end() ? "roundrobin" : (*found)[1];
        setting("balance " + std::string(algorithm == "uri" && !isHttp() ? "source" : algorithm),
                joined(method.origins, affinity.origins));
    }

    void healthCheck() {
        const auto& check = keys().healthCheck;
        const Origins why = reasonsOfHealth(m_site.topology);
        const auto timeout = m_site.value(check.timeout);
        setting("timeout check " + timeText(*timeout), why);
        if (!isHttp()) return;
        const auto path = m_site.value(check.path);
        setting("option httpchk", why);
        setting("http-check send meth GET uri " + haproxyWord(*path) + " ver HTTP/1.1 hdr Host " +
                    haproxyWord(m_site.serverName() ? **m_site.serverName() : "localhost"),
                joined(why, reasonsOf(m_site.topology, keys().dns.name)));
        setting("http-check expect status 200-399", why);
    }

    void server(const BalancedGroup& group, const BalancedServer& server) {
        std::string text = "server " + server.node + ' ' + haproxyWord(server.address());
        Origins why = joined(server.origins(), reasonsOfHealth(m_site.topology));
        if (const Node* node = m_site.topology.node(server.node))
            why = joined(std::move(why), reasonsOf(*node));
        if (group.keepsClients) why = joined(std::move(why), m_site.value(balancer().affinity).origins);
        const auto add = [&](const std::string& words, const Origins& origins) {
            text += ' ' + words;
            why = joined(std::move(why), origins);
        };
        if (isHttp() && *group.encrypted) add("ssl verify none", group.encrypted.origins);
        if (m_site.checksActively()) checks(add);
        if (const auto slowStart = m_site.written(balancer().slowStart))
            add("slowstart " + timeText(**slowStart), slowStart->origins);
        if (isHttp() && usesCookie(group))
            add("cookie " + server.node, m_site.value(balancer().affinity).origins);
        if (server.isStandby()) add("backup", server.state.origins);
        setting(text, why);
    }

    template <class Add> void checks(const Add& add) {
        const auto& check = keys().healthCheck;
        const auto interval = m_site.written(check.interval);
        const auto fails = m_site.written(check.fails);
        const auto passes = m_site.written(check.passes);
        const auto port = m_site.written(check.port);
        add("check", {});
        if (interval) add("inter " + timeText(**interval), interval->origins);
        if (fails) add("fall " + std::to_string(**fails), fails->origins);
        if (passes) add("rise " + std::to_string(**passes), passes->origins);
        if (port) add("port " + std::to_string(**port), port->origins);
    }

    static constexpr std::int64_t usualBuffer = 16384;   // tune.bufsize
    const BalancerSite& m_site;
    TextWriter m_writer;
};

}

std::string haproxyWord(std::string_view text) {
    constexpr std::string_view special = R"( \"'#$)";
    std::string word;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') {
            word += std::format("\\x{:02x}", static_cast<unsigned char>(c));
            continue;
        }
        if (special.contains(c)) word += '\\';
        word += c;
    }
    return word.empty() ? "''" : word;
}

Artifact haproxyFile(const BalancerSite& site, const std::string& folder, const std::string& family) {
    return HaproxyFile(site, folder, family).run();
}

}
