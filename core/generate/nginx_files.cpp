#include "core/generate/nginx_files.h"

#include "core/generate/nginx_writer.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

using Word = NginxWord;

const DeploymentToml& keys() {
    return deploymentToml();
}

template <class... Parts> Origins because(const Parts&... parts) {
    Origins all;
    ((all = joined(std::move(all), parts.origins)), ...);
    return all;
}

/// Why its files are there, and the mode of the balancer, which decides what they hold.
Origins reasonsOfSite(const BalancerSite& site) {
    return joined(joined(site.origins, site.value(keys().loadBalancer.engine).origins),
                  site.value(keys().loadBalancer.mode).origins);
}

/// nginx.conf: the process, logs, and what all servers share.
class MainFile {
public:
    MainFile(const BalancerSite& site, const std::string& folder, const std::string& family)
        : m_site(site),
          m_writer(folder + "nginx.conf", family,
                   joined({layout("NGINX, core module")}, reasonsOfSite(site))) {}

    Artifact run() {
        m_writer.comment("Load balancer " + m_site.node + ": /etc/nginx/nginx.conf");
        const auto workers = m_site.written(keys().loadBalancer.workers);
        m_writer.directive(
            {"worker_processes", workers ? Word(**workers) : Word("auto")},
            workers ? workers->origins
                    : Origins{{Origin::Kind::Default, "Deployment.toml", "load_balancer.workers", {}}});
        m_writer.directive({"pid", "/run/nginx.pid"});
        m_writer.directive({"error_log", "/var/log/nginx/error.log", "warn"});
        // where the modules are files of their own, a package lists them here; elsewhere this names nothing
        if (!m_site.isHttp()) m_writer.directive({"include", "/etc/nginx/modules-enabled/*.conf"});
        m_writer.blank();
        m_writer.open({"events"});
        m_writer.directive({"worker_connections", 4096});
        m_writer.close();
        m_writer.blank();
        if (m_site.isHttp())
            http();
        else
            stream();
        return std::move(m_writer).take();
    }

private:
    void http() {
        m_writer.open({"http"});
        m_writer.directive({"server_tokens", "off"});
        accessLog();
        clients();
        resolver();
        m_writer.directive({"include", "conf.d/*.conf"});
        m_writer.close();
    }

    void stream() {
        m_writer.open({"stream"});
        resolver();
        m_writer.directive({"include", "stream.d/*.conf"});
        m_writer.close();
    }

    void accessLog() {
        const auto log = m_site.value(keys().loadBalancer.accessLog);
        if (*log == "off") {
            m_writer.directive({"access_log", "off"}, log.origins);
            return;
        }
        if (*log == "json")
            m_writer.directive({"log_format", "requests", "escape=json",
                                R"('{"time":"$time_iso8601","client":"$remote_addr","request":"$request",)"
                                R"("status":$status,"bytes":$body_bytes_sent,"seconds":$request_time,)"
                                R"("server":"$upstream_addr","serverStatus":"$upstream_status",)"
                                R"("serverSeconds":"$upstream_response_time","id":"$request_id"}')"},
                               log.origins);
        else
            m_writer.directive(
                {"log_format", "requests",
                 R"('$remote_addr [$time_iso8601] "$request" $status $body_bytes_sent $request_time )"
                 R"(server=$upstream_addr status=$upstream_status time=$upstream_response_time')"},
                log.origins);
        m_writer.directive({"access_log", "/var/log/nginx/access.log", "requests"}, log.origins);
    }

    /// Who a client is behind proxies that are trusted.
    void clients() {
        const auto proxies = m_site.value(keys().loadBalancer.trustedProxies);
        if (proxies->empty()) return;
        for (const std::string& proxy : *proxies)
            m_writer.directive({"set_real_ip_from", Word::data(proxy)}, proxies.origins);
        m_writer.directive({"real_ip_header", "X-Forwarded-For"}, proxies.origins);
        m_writer.directive({"real_ip_recursive", "on"}, proxies.origins);
    }

    void resolver() {
        const auto resolvers = m_site.value(keys().loadBalancer.resolvers);
        if (resolvers->empty()) return;
        NginxWords words{"resolver"};
        for (const std::string& each : *resolvers) words.push_back(Word::data(each));
        m_writer.directive(words, resolvers.origins);
    }

    const BalancerSite& m_site;
    NginxWriter m_writer;
};

/// conf.d/<file>.conf or stream.d/<file>.conf: the groups of servers, and who hands requests to them.
class SiteFile {
public:
    SiteFile(const BalancerSite& site, const std::string& folder, const std::string& family)
        : m_site(site),
          m_writer(folder + (site.isHttp() ? "conf.d/" : "stream.d/") + site.file + ".conf", family,
                   joined({layout("NGINX, upstream module")}, reasonsOfSite(site))) {}

    Artifact run() {
        m_writer.comment("Servers behind load balancer " + m_site.node);
        if (m_site.isHttp()) shared();
        for (const BalancedGroup& group : m_site.groups) {
            m_writer.blank();
            upstream(group);
            m_writer.blank();
            if (m_site.isHttp())
                server(group);
            else
                streamServer(group);
        }
        return std::move(m_writer).take();
    }

private:
    [[nodiscard]] const auto& balancer() const { return keys().loadBalancer; }

    void shared() {
        m_writer.open({"map", "$http_upgrade", "$connection_upgrade"}, {layout("NGINX, WebSocket proxying")});
        m_writer.directive({"default", "upgrade"});
        m_writer.directive({"''", "''"});
        m_writer.close();
        if (const auto rate = m_site.written(keys().limits.rate))
            m_writer.directive({"limit_req_zone", "$binary_remote_addr", "zone=requests:10m",
                                Word::parameter("rate", std::to_string(**rate) + "r/s")},
                               rate->origins);
        if (const auto connections = m_site.written(keys().limits.connections))
            m_writer.directive({"limit_conn_zone", "$binary_remote_addr", "zone=connections:10m"},
                               connections->origins);
    }

    // upstream

    void upstream(const BalancedGroup& group) {
        m_writer.open({"upstream", Word::data(group.name)});
        // first the method: behind the servers NGINX would not check them against it
        method(group);
        if (const auto zone = m_site.written(balancer().zone))
            m_writer.directive({"zone", Word::data(group.name), Word::data(**zone)}, zone->origins);
        else if (needsZone())
            m_writer.directive({"zone", Word::data(group.name), "64k"}, {layout("NGINX Plus, health_check")});
        for (const BalancedServer& each : group.servers) server(each);
        keepalive();
        m_writer.close();
    }

    [[nodiscard]] bool needsZone() const {
        return (m_site.checksActively() && m_site.engine.isPlus()) || resolvesAgain();
    }
    [[nodiscard]] bool resolvesAgain() const {
        return m_site.engine.knowsResolve() && *m_site.value(balancer().resolve) &&
               !m_site.value(balancer().resolvers)->empty();
    }

    void method(const BalancedGroup& group) {
        auto affinity = m_site.value(balancer().affinity);
        if (!group.keepsClients) affinity.value = "none";
        if (*affinity == "source" || (*affinity == "cookie" && !m_site.engine.knowsCookies())) {
            byClient(affinity.origins);
            return;
        }
        const auto method = m_site.value(balancer().method);
        if (*method == "least-conn") m_writer.directive({"least_conn"}, method.origins);
        if (*method == "ip-hash") byClient(method.origins);
        if (*method == "hash")
            m_writer.directive({"hash", m_site.isHttp() ? "$request_uri" : "$remote_addr", "consistent"},
                               method.origins);
        if (*method == "random") m_writer.directive({"random", "two", "least_conn"}, method.origins);
        if (*method == "least-time" && m_site.engine.knowsLeastTime())
            m_writer.directive({"least_time", m_site.isHttp() ? "header" : "first_byte"}, method.origins);
        if (*affinity == "cookie")
            m_writer.directive({"sticky", "cookie", "balancer", "path=/", "httponly"}, affinity.origins);
    }

    void byClient(const Origins& origins) {
        if (m_site.isHttp())
            m_writer.directive({"ip_hash"}, origins);
        else
            m_writer.directive({"hash", "$remote_addr", "consistent"}, origins);
    }

    /// The remark names the node: scripts that take it out of rotation look for it.
    void server(const BalancedServer& server) {
        const auto maxFails = m_site.value(balancer().maxFails);
        const auto failTimeout = m_site.value(balancer().failTimeout);
        NginxWords words{"server", Word::data(server.address()),
                         Word::parameter("max_fails", std::to_string(*maxFails)),
                         Word::parameter("fail_timeout", nginxSeconds(*failTimeout))};
        Origins why = joined(server.origins(), because(maxFails, failTimeout));
        if (server.isStandby()) words.emplace_back("backup");
        const auto slowStart = m_site.written(balancer().slowStart);
        if (slowStart && m_site.engine.isPlus()) {
            words.push_back(Word::parameter("slow_start", nginxTime(**slowStart)));
            why = joined(std::move(why), slowStart->origins);
        }
        if (resolvesAgain()) {
            words.emplace_back("resolve");
            why = joined(std::move(why), m_site.value(balancer().resolve).origins);
        }
        m_writer.directive(words, why, server.node);
    }

    void keepalive() {
        const auto keepalive = m_site.written(balancer().keepalive);
        if (keepalive && **keepalive > 0 && m_site.isHttp())
            m_writer.directive({"keepalive", **keepalive}, keepalive->origins);
    }

    // server

    void server(const BalancedGroup& group) {
        const auto tls = m_site.value(balancer().tls);
        m_writer.open({"server"});
        listen(group, tls);
        name();
        if (*tls) certificate(tls.origins);
        limits();
        m_writer.blank();
        m_writer.open({"location", "/"});
        proxy(group);
        m_writer.close();
        m_writer.close();
        constexpr std::int64_t usualTlsPort = 443;
        if (*tls && *group.port == usualTlsPort) redirect(because(tls, group.port));
    }

    void listen(const BalancedGroup& group, const Sourced<bool>& tls) {
        constexpr std::string_view firstWithDirective = "1.25.1";
        const bool directive = m_site.engine.hasRelease(firstWithDirective);
        NginxWords words{"listen", *group.port};
        if (*tls) words.emplace_back("ssl");
        if (*tls && !directive) words.emplace_back("http2");
        m_writer.directive(words, because(group.port, tls));
        if (*tls && directive) m_writer.directive({"http2", "on"}, tls.origins);
    }

    void name(const Origins& why = {}) {
        if (const auto name = m_site.serverName())
            m_writer.directive({"server_name", Word::data(**name)}, joined(name->origins, why));
    }

    void certificate(const Origins& tls) {
        const auto written = m_site.written(balancer().certificate);
        const auto key = m_site.written(balancer().certificateKey);
        const std::string usual = "tls/" + m_site.file;
        m_writer.directive({"ssl_certificate", Word::data(written ? **written : usual + ".crt")},
                           joined(reasonsOf(m_site.topology, balancer().certificate), tls));
        m_writer.directive({"ssl_certificate_key", Word::data(key ? **key : usual + ".key")},
                           joined(reasonsOf(m_site.topology, balancer().certificateKey), tls));
        m_writer.directive({"ssl_protocols", "TLSv1.2", "TLSv1.3"}, tls);
        m_writer.directive({"ssl_session_cache", "shared:tls:10m"}, tls);
    }

    void limits() {
        if (const auto body = m_site.written(keys().limits.body))
            m_writer.directive({"client_max_body_size", Word::data(nginxSize(**body))}, body->origins);
        if (const auto buffer = m_site.written(balancer().headerBuffer))
            m_writer.directive({"large_client_header_buffers", 4, Word::data(nginxSize(**buffer))},
                               buffer->origins);
        if (const auto rate = m_site.written(keys().limits.rate)) {
            const auto burst = m_site.value(keys().limits.burst);
            NginxWords words{"limit_req", "zone=requests"};
            if (*burst > 0) words.push_back(Word::parameter("burst", std::to_string(*burst)));
            words.emplace_back("nodelay");
            if (*burst == 0) words.pop_back();
            m_writer.directive(words, because(*rate, burst));
            m_writer.directive({"limit_req_status", 429}, rate->origins);
        }
        if (const auto connections = m_site.written(keys().limits.connections)) {
            m_writer.directive({"limit_conn", "connections", **connections}, connections->origins);
            m_writer.directive({"limit_conn_status", 429}, connections->origins);
        }
    }

    void proxy(const BalancedGroup& group) {
        const std::string scheme = *group.encrypted ? "https://" : "http://";
        m_writer.directive({"proxy_pass", Word::data(scheme + group.name)}, group.encrypted.origins);
        if (*group.encrypted) m_writer.directive({"proxy_ssl_server_name", "on"}, group.encrypted.origins);
        m_writer.directive({"proxy_http_version", "1.1"});
        constexpr std::array<std::array<const char*, 2>, 7> headers{
            {{"Host", "$host"},
             {"X-Real-IP", "$remote_addr"},
             {"X-Forwarded-For", "$proxy_add_x_forwarded_for"},
             {"X-Forwarded-Proto", "$scheme"},
             {"X-Request-ID", "$request_id"},
             {"Upgrade", "$http_upgrade"},
             {"Connection", "$connection_upgrade"}}};
        for (const auto& [header, value] : headers) m_writer.directive({"proxy_set_header", header, value});
        timeouts();
        retries();
        if (m_site.checksActively()) healthCheck();
    }

    void timeouts() {
        if (const auto connect = m_site.written(balancer().connectTimeout))
            m_writer.directive({"proxy_connect_timeout", Word::data(nginxTime(**connect))}, connect->origins);
        if (const auto read = m_site.written(balancer().readTimeout)) {
            m_writer.directive({"proxy_read_timeout", Word::data(nginxTime(**read))}, read->origins);
            m_writer.directive({"proxy_send_timeout", Word::data(nginxTime(**read))}, read->origins);
        }
    }

    void retries() {
        constexpr std::array<std::string_view, 6> known{"error",    "timeout",  "http_500",
                                                        "http_502", "http_503", "http_504"};
        const auto retryOn = m_site.written(balancer().retryOn);
        const auto again = m_site.value(balancer().retryNonIdempotent);
        if (!retryOn && !*again) return;
        NginxWords words{"proxy_next_upstream"};
        for (const std::string_view each : known)
            if (retryOn ? std::ranges::contains(**retryOn, each) : each == "error" || each == "timeout")
                words.push_back(Word::data(each));
        if (words.size() == 1)
            words.emplace_back("off");
        else if (*again)
            words.emplace_back("non_idempotent");
        m_writer.directive(words, joined(retryOn ? retryOn->origins : Origins(), again.origins));
    }

    /// Of NGINX Plus.
    void healthCheck() {
        const auto& check = keys().healthCheck;
        const auto path = m_site.value(check.path);
        NginxWords words{"health_check", Word::parameter("uri", *path)};
        Origins why = path.origins;
        const auto add = [&](const char* name, const auto& written, const auto& text) {
            if (!written) return;
            words.push_back(Word::parameter(name, text(**written)));
            why = joined(std::move(why), written->origins);
        };
        const auto number = [](std::int64_t value) { return std::to_string(value); };
        add("interval", m_site.written(check.interval), nginxTime);
        add("fails", m_site.written(check.fails), number);
        add("passes", m_site.written(check.passes), number);
        add("port", m_site.written(check.port), number);
        m_writer.directive(words, why);
    }

    void redirect(const Origins& why) {
        m_writer.blank(why);
        m_writer.open({"server"}, why);
        m_writer.directive({"listen", 80}, why);
        name(why);
        m_writer.directive({"return", 301, "https://$host$request_uri"}, why);
        m_writer.close(why);
    }

    void streamServer(const BalancedGroup& group) {
        m_writer.open({"server"});
        m_writer.directive({"listen", *group.port}, group.port.origins);
        m_writer.directive({"proxy_pass", Word::data(group.name)});
        if (const auto connect = m_site.written(balancer().connectTimeout))
            m_writer.directive({"proxy_connect_timeout", Word::data(nginxTime(**connect))}, connect->origins);
        if (const auto read = m_site.written(balancer().readTimeout))
            m_writer.directive({"proxy_timeout", Word::data(nginxTime(**read))}, read->origins);
        m_writer.close();
    }

    const BalancerSite& m_site;
    NginxWriter m_writer;
};

}

Artifacts nginxFiles(const BalancerSite& site, const std::string& folder, const std::string& family) {
    Artifacts files;
    files.push_back(MainFile(site, folder, family).run());
    files.push_back(SiteFile(site, folder, family).run());
    return files;
}

}
