#include "core/schema/deployment_toml.h"

namespace arabesque {

void DeploymentToml::declareLoadBalancer() {
    table("load_balancer", MESSAGE("deployment", "Load balancer"),
          MESSAGE("deployment", "How the nodes of role load-balancer hand requests on."));
    loadBalancer.engine = declare<std::string>({
        .path = "load_balancer.engine",
        .fallback = "\"nginx\"",
        .choices = {"\"nginx\"", "\"nginx-plus\"", "\"haproxy\""},
        .label = MESSAGE("deployment", "Engine"),
        .summary =
            MESSAGE("deployment", "The program. HAProxy checks servers actively for free; of NGINX only "
                                  "the commercial Plus does."),
        .source = "NGINX and HAProxy manuals",
    });
    loadBalancer.managed = declare<bool>({
        .path = "load_balancer.managed",
        .fallback = "false",
        .label = MESSAGE("deployment", "Managed"),
        .summary =
            MESSAGE("deployment", "The cloud runs the balancer and keeps it available; no files are made "
                                  "for it and it is no single point of failure."),
        .source = "Arabesque",
    });
    loadBalancer.mode = declare<std::string>({
        .path = "load_balancer.mode",
        .fallback = "\"http\"",
        .choices = {"\"http\"", "\"tcp\""},
        .label = MESSAGE("deployment", "Mode"),
        .summary = MESSAGE("deployment", "Whether it reads requests or hands connections on as they are."),
        .source = "NGINX and HAProxy manuals",
    });
    loadBalancer.method = declare<std::string>({
        .path = "load_balancer.method",
        .fallback = "\"round-robin\"",
        .choices = {"\"round-robin\"", "\"least-conn\"", "\"ip-hash\"", "\"hash\"", "\"random\"",
                    "\"least-time\""},
        .label = MESSAGE("deployment", "Method"),
        .summary = MESSAGE("deployment", "How a server is chosen. ip-hash, hash and random of NGINX know no "
                                         "standby; least-conn suits calls of uneven length."),
        .source = "NGINX, upstream module",
    });
    loadBalancer.maxFails = declare<std::int64_t>({
        .path = "load_balancer.max_fails",
        .fallback = "1",
        .least = 0,
        .label = MESSAGE("deployment", "Failures until out"),
        .summary = MESSAGE("deployment", "Failed attempts within the time below after which a server is left "
                                         "out. 0: never; each request then tries it first."),
        .source = "NGINX 1.31.5, ngx_http_upstream_round_robin",
    });
    loadBalancer.failTimeout = duration({
        .path = "load_balancer.fail_timeout",
        .fallback = "\"10s\"",
        .label = MESSAGE("deployment", "Time out"),
        .summary =
            MESSAGE("deployment", "Both the time in which failures are counted and the time a server is "
                                  "left out. After it one live request is the probe."),
        .source = "NGINX 1.31.5, ngx_http_upstream_round_robin",
    });
    loadBalancer.zone = declare<std::string>({
        .path = "load_balancer.zone",
        .fallbackNote = MESSAGE("deployment", "none: each worker counts for itself"),
        .hint = "\"64k\"",
        .pattern = "[0-9]+[kKmM]",
        .patternMessage = "the size of a shared memory zone is written as 64k or 1m",
        .label = MESSAGE("deployment", "Shared memory"),
        .summary =
            MESSAGE("deployment", "Size of the memory in which workers share what they know of servers. "
                                  "Without it four workers need four times as many failures."),
        .source = "NGINX, upstream module",
    });
    loadBalancer.workers = declare<std::int64_t>({
        .path = "load_balancer.workers",
        .fallbackNote = MESSAGE("deployment", "one for each core"),
        .least = 1,
        .label = MESSAGE("deployment", "Workers"),
        .summary = MESSAGE("deployment", "Processes of the balancer on one machine."),
        .source = "NGINX, core module",
    });
    loadBalancer.slowStart = duration({
        .path = "load_balancer.slow_start",
        .fallbackNote = MESSAGE("deployment", "off"),
        .label = MESSAGE("deployment", "Slow start"),
        .summary =
            MESSAGE("deployment", "Time in which a server that came back gets more and more requests. Of "
                                  "NGINX only Plus knows it."),
        .source = "NGINX, upstream module",
    });
    loadBalancer.keepalive = declare<std::int64_t>({
        .path = "load_balancer.keepalive",
        .fallbackNote = MESSAGE("deployment", "as the release does"),
        .least = 0,
        .label = MESSAGE("deployment", "Kept connections"),
        .summary = MESSAGE("deployment", "Idle connections to servers each worker keeps open."),
        .source = "NGINX, upstream module",
    });
    loadBalancer.affinity = declare<std::string>({
        .path = "load_balancer.affinity",
        .fallback = "\"none\"",
        .choices = {"\"none\"", "\"cookie\"", "\"source\""},
        .label = MESSAGE("deployment", "Affinity"),
        .summary = MESSAGE("deployment", "Whether a client stays with its server. Portals of the API Manager "
                                         "need it; gateways and services are better off without."),
        .source = "WSO2 API Manager 4.7, load balancer configuration",
    });
}

void DeploymentToml::declareRetries() {
    loadBalancer.retryOn = declare<std::vector<std::string>>({
        .path = "load_balancer.retry_on",
        .fallbackNote = MESSAGE("deployment", "error and timeout"),
        .choices = {"\"error\"", "\"timeout\"", "\"http_500\"", "\"http_502\"", "\"http_503\"",
                    "\"http_504\""},
        .label = MESSAGE("deployment", "Retry on"),
        .summary = MESSAGE("deployment", "What counts as a failure and goes to the next server. By default a "
                                         "server that answers 500 is healthy, and clients get the 500."),
        .source = "NGINX, proxy_next_upstream",
    });
    loadBalancer.retryNonIdempotent = declare<bool>({
        .path = "load_balancer.retry_non_idempotent",
        .fallback = "false",
        .label = MESSAGE("deployment", "Retry POST as well"),
        .summary =
            MESSAGE("deployment", "Also sends POST and PATCH again that a server may have carried out: "
                                  "only where doing it twice does no harm."),
        .source = "NGINX, proxy_next_upstream",
    });
    loadBalancer.connectTimeout = duration({
        .path = "load_balancer.connect_timeout",
        .fallback = "\"60s\"",
        .label = MESSAGE("deployment", "Connect timeout"),
        .summary =
            MESSAGE("deployment", "Time until a host that does not answer is given up. Each request to "
                                  "it waits that long before it goes elsewhere."),
        .source = "NGINX, proxy_connect_timeout",
    });
    loadBalancer.readTimeout = duration({
        .path = "load_balancer.read_timeout",
        .fallback = "\"60s\"",
        .label = MESSAGE("deployment", "Read timeout"),
        .summary = MESSAGE("deployment", "Longest silence of a server within an answer."),
        .source = "NGINX, proxy_read_timeout",
    });
    loadBalancer.resolve = declare<bool>({
        .path = "load_balancer.resolve",
        .fallback = "false",
        .label = MESSAGE("deployment", "Resolve again"),
        .summary =
            MESSAGE("deployment", "Asks DNS again while it runs; otherwise names are looked up once, at "
                                  "the start."),
        .source = "NGINX, upstream module",
    });
    loadBalancer.behindProxy = declare<bool>({
        .path = "load_balancer.behind_proxy",
        .fallback = "false",
        .label = MESSAGE("deployment", "Behind a proxy"),
        .summary =
            MESSAGE("deployment", "Clients come through another proxy or one NAT address, so that they "
                                  "all look alike to it."),
        .source = "Arabesque",
    });
    loadBalancer.tls = declare<bool>({
        .path = "load_balancer.tls",
        .fallback = "true",
        .label = MESSAGE("deployment", "TLS"),
        .summary = MESSAGE("deployment", "Whether clients are served over TLS."),
        .source = "Arabesque",
    });
    loadBalancer.encryptUpstream = declare<bool>({
        .path = "load_balancer.encrypt_upstream",
        .fallbackNote = MESSAGE("deployment", "as the servers' role does"),
        .label = MESSAGE("deployment", "TLS to servers"),
        .summary = MESSAGE("deployment", "Whether it speaks TLS to the servers as well."),
        .source = "Arabesque",
    });
    loadBalancer.headerBuffer = declare<std::int64_t>({
        .path = "load_balancer.header_buffer",
        .meaning = Meaning::Bytes,
        .fallback = "8192",
        .least = 1024,
        .label = MESSAGE("deployment", "Header buffer"),
        .summary =
            MESSAGE("deployment", "Longest request line or header. Federated logins at the API Manager "
                                  "send more than 8 KiB."),
        .source = "WSO2 API Manager, production deployment guidelines",
    });
}

void DeploymentToml::declareLimits() {
    loadBalancer.certificate = declare<std::string>({
        .path = "load_balancer.certificate",
        .fallbackNote = MESSAGE("deployment", "tls/ and the package's name, beside the configuration"),
        .pattern = R"([-_.A-Za-z0-9/]+)",
        .patternMessage = "a file on the balancer is a path of letters, digits, dashes, dots and underscores",
        .label = MESSAGE("deployment", "Certificate"),
        .summary =
            MESSAGE("deployment", "File on the balancer with the certificate and those it is signed by."),
        .source = "NGINX, ssl module; HAProxy, bind",
    });
    loadBalancer.certificateKey = declare<std::string>({
        .path = "load_balancer.certificate_key",
        .fallbackNote = MESSAGE("deployment", "beside the certificate"),
        .pattern = R"([-_.A-Za-z0-9/]+)",
        .patternMessage = "a file on the balancer is a path of letters, digits, dashes, dots and underscores",
        .label = MESSAGE("deployment", "Key of the certificate"),
        .summary = MESSAGE("deployment", "File on the balancer with the private key; never part of a bundle. "
                                         "HAProxy wants it as the certificate's name and .key."),
        .source = "NGINX, ssl module; HAProxy, bind",
    });
    loadBalancer.accessLog = declare<std::string>({
        .path = "load_balancer.access_log",
        .fallback = "\"timed\"",
        .choices = {"\"timed\"", "\"json\"", "\"off\""},
        .label = MESSAGE("deployment", "Access log"),
        .summary =
            MESSAGE("deployment", "timed: a line a request with the server that answered and the times "
                                  "it took. json: the same for a log store."),
        .source = "NGINX, log module; HAProxy, log-format",
    });
    loadBalancer.trustedProxies = declare<std::vector<std::string>>({
        .path = "load_balancer.trusted_proxies",
        .fallback = "[]",
        .pattern = R"([0-9]{1,3}(\.[0-9]{1,3}){3}(/[0-9]{1,2})?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(/[0-9]{1,3})?)",
        .patternMessage = "a proxy is given by its IP address or network, such as 10.0.0.0/8",
        .label = MESSAGE("deployment", "Trusted proxies"),
        .summary = MESSAGE("deployment", "Proxies in front whose X-Forwarded-For is believed."),
        .source = "NGINX, realip module",
    });
    loadBalancer.resolvers = declare<std::vector<std::string>>({
        .path = "load_balancer.resolvers",
        .fallback = "[]",
        .pattern = R"([0-9]{1,3}(\.[0-9]{1,3}){3}(:[0-9]+)?|\[[0-9A-Fa-f:.]+\](:[0-9]+)?)",
        .patternMessage = "a resolver is an IP address, such as 10.0.0.2",
        .label = MESSAGE("deployment", "DNS servers"),
        .summary = MESSAGE("deployment", "Asked again while it runs, where names are resolved again."),
        .source = "NGINX, resolver",
    });
    table("load_balancer.limits", MESSAGE("deployment", "Limits"),
          MESSAGE("deployment", "What one client may ask for. Without a limit, anything."));
    limits.body = declare<std::int64_t>({
        .path = "load_balancer.limits.body",
        .meaning = Meaning::Bytes,
        .fallbackNote = MESSAGE("deployment", "1 MiB of NGINX, none of HAProxy"),
        .least = 0,
        .label = MESSAGE("deployment", "Body"),
        .summary = MESSAGE("deployment", "Largest request that is handed on; 0: any."),
        .source = "NGINX, client_max_body_size",
    });
    limits.rate = declare<std::int64_t>({
        .path = "load_balancer.limits.rate",
        .fallbackNote = MESSAGE("deployment", "no limit"),
        .least = 1,
        .label = MESSAGE("deployment", "Requests per second"),
        .summary = MESSAGE("deployment", "Of one address; more get 429."),
        .source = "NGINX, limit_req",
    });
    limits.burst = declare<std::int64_t>({
        .path = "load_balancer.limits.burst",
        .fallback = "20",
        .least = 0,
        .label = MESSAGE("deployment", "Burst"),
        .summary = MESSAGE("deployment", "Requests above the rate that are still let through at once."),
        .source = "NGINX, limit_req",
    });
    limits.connections = declare<std::int64_t>({
        .path = "load_balancer.limits.connections",
        .fallbackNote = MESSAGE("deployment", "no limit"),
        .least = 1,
        .label = MESSAGE("deployment", "Connections"),
        .summary = MESSAGE("deployment", "Open at once from one address."),
        .source = "NGINX, limit_conn",
    });
}

void DeploymentToml::declareHealthCheck() {
    table("load_balancer.health_check", MESSAGE("deployment", "Active health check"),
          MESSAGE("deployment", "Asks servers on its own, so that a loss is seen without a request that "
                                "fails. NGINX Plus and HAProxy only."));
    healthCheck.path = declare<std::string>({
        .path = "load_balancer.health_check.path",
        .fallback = "\"/\"",
        .pattern = "/.*",
        .patternMessage = "the path of a health check begins with a slash",
        .label = MESSAGE("deployment", "Path"),
        .summary = MESSAGE("deployment", "Resource that is asked; it has to exist."),
        .source = "NGINX Plus, health_check; HAProxy, option httpchk",
    });
    healthCheck.port = declare<std::int64_t>({
        .path = "load_balancer.health_check.port",
        .meaning = Meaning::Port,
        .fallbackNote = MESSAGE("deployment", "the servers' port"),
        .least = 1,
        .most = 65535,
        .label = MESSAGE("deployment", "Port"),
        .summary = MESSAGE("deployment", "Port that is asked, where it is another than the one that serves."),
        .source = "NGINX Plus, health_check; HAProxy, option httpchk",
    });
    healthCheck.interval = duration({
        .path = "load_balancer.health_check.interval",
        .fallbackNote = MESSAGE("deployment", "5s of NGINX Plus, 2s of HAProxy"),
        .label = MESSAGE("deployment", "Interval"),
        .summary = MESSAGE("deployment", "Time between two checks."),
        .source = "NGINX Plus, health_check; HAProxy, option httpchk",
    });
    healthCheck.timeout = duration({
        .path = "load_balancer.health_check.timeout",
        .fallback = "\"1s\"",
        .label = MESSAGE("deployment", "Timeout"),
        .summary = MESSAGE("deployment", "Time until a check without an answer has failed."),
        .source = "HAProxy, timeout check",
    });
    healthCheck.fails = declare<std::int64_t>({
        .path = "load_balancer.health_check.fails",
        .fallbackNote = MESSAGE("deployment", "1 of NGINX Plus, 3 of HAProxy"),
        .least = 1,
        .label = MESSAGE("deployment", "Failures until out"),
        .summary = MESSAGE("deployment", "Failed checks in a row after which a server is left out."),
        .source = "NGINX Plus, health_check; HAProxy, fall",
    });
    healthCheck.passes = declare<std::int64_t>({
        .path = "load_balancer.health_check.passes",
        .fallbackNote = MESSAGE("deployment", "1 of NGINX Plus, 2 of HAProxy"),
        .least = 1,
        .label = MESSAGE("deployment", "Passes until in"),
        .summary = MESSAGE("deployment", "Good checks in a row after which it is asked again."),
        .source = "NGINX Plus, health_check; HAProxy, rise",
    });
}

void DeploymentToml::declareVip() {
    table("load_balancer.vip", MESSAGE("deployment", "Virtual address"),
          MESSAGE("deployment", "One address for a pair of balancers: keepalived moves it to the other when "
                                "one is lost."));
    vip.address = declare<std::string>({
        .path = "load_balancer.vip.address",
        .pattern = R"([0-9]{1,3}(\.[0-9]{1,3}){3}(/[0-9]{1,2})?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(/[0-9]{1,3})?)",
        .patternMessage = "a virtual address is an IP address, such as 10.0.1.10",
        .required = true,
        .label = MESSAGE("deployment", "Address"),
        .summary = MESSAGE("deployment", "The IP address clients use."),
        .source = "keepalived.conf(5)",
    });
    vip.interface = declare<std::string>({
        .path = "load_balancer.vip.interface",
        .fallback = "\"eth0\"",
        .pattern = "[A-Za-z0-9][-A-Za-z0-9_.:@]{0,14}",
        .patternMessage = "an interface has a name such as eth0, of at most 15 characters",
        .label = MESSAGE("deployment", "Interface"),
        .summary = MESSAGE("deployment", "Network interface that takes the address; loopback cannot."),
        .source = "keepalived.conf(5)",
    });
    vip.routerId = declare<std::int64_t>({
        .path = "load_balancer.vip.router_id",
        .fallback = "51",
        .label = MESSAGE("deployment", "Router id"),
        .summary = MESSAGE("deployment", "Number of the pair, 1 to 255, that no other in the network has."),
        .source = "keepalived.conf(5)",
    });
    vip.priority = declare<std::int64_t>({
        .path = "load_balancer.vip.priority",
        .fallback = "150",
        .least = 1,
        .most = 254,
        .label = MESSAGE("deployment", "Priority"),
        .summary = MESSAGE("deployment", "Of the active balancer; the higher one has the address."),
        .source = "keepalived.conf(5)",
    });
    vip.standbyPriority = declare<std::int64_t>({
        .path = "load_balancer.vip.standby_priority",
        .fallback = "100",
        .least = 1,
        .most = 254,
        .label = MESSAGE("deployment", "Standby's priority"),
        .summary = MESSAGE("deployment", "Of the standby balancer."),
        .source = "keepalived.conf(5)",
    });
    vip.advertInterval = duration({
        .path = "load_balancer.vip.advert_interval",
        .fallback = "\"1s\"",
        .label = MESSAGE("deployment", "Advertisement"),
        .summary =
            MESSAGE("deployment", "Time between two signs of life. The other takes over after three of "
                                  "them and a little more."),
        .source = "keepalived.conf(5)",
    });
    vip.preempt = declare<bool>({
        .path = "load_balancer.vip.preempt",
        .fallback = "true",
        .label = MESSAGE("deployment", "Go back"),
        .summary =
            MESSAGE("deployment", "Whether the address returns to the active balancer once it is back."),
        .source = "keepalived.conf(5)",
    });
    vip.initialState = declare<std::string>({
        .path = "load_balancer.vip.initial_state",
        .fallbackNote = MESSAGE("deployment", "MASTER of the active one; BACKUP of both where it does not go "
                                              "back"),
        .choices = {"\"MASTER\"", "\"BACKUP\""},
        .label = MESSAGE("deployment", "State at the start"),
        .summary =
            MESSAGE("deployment", "What the active balancer begins as. One that does not go back has to "
                                  "begin as BACKUP."),
        .source = "keepalived.conf(5)",
    });
    vip.unicast = declare<bool>({
        .path = "load_balancer.vip.unicast",
        .fallback = "true",
        .label = MESSAGE("deployment", "Unicast"),
        .summary =
            MESSAGE("deployment", "Signs of life go to the other's address. Most clouds drop multicast."),
        .source = "keepalived.conf(5)",
    });
    vip.checkProcess = declare<bool>({
        .path = "load_balancer.vip.check_process",
        .fallback = "true",
        .label = MESSAGE("deployment", "Watch the balancer"),
        .summary =
            MESSAGE("deployment", "A script watches the balancer's process; without it only a lost host "
                                  "is noticed."),
        .source = "NGINX Plus, high availability with keepalived",
    });
    vip.checkInterval = duration({
        .path = "load_balancer.vip.check_interval",
        .fallback = "\"2s\"",
        .label = MESSAGE("deployment", "Time between looks"),
        .summary = MESSAGE("deployment", "How often the script looks."),
        .source = "keepalived.conf(5)",
    });
    vip.checkFails = declare<std::int64_t>({
        .path = "load_balancer.vip.check_fails",
        .fallback = "2",
        .least = 1,
        .label = MESSAGE("deployment", "Failed looks"),
        .summary = MESSAGE("deployment", "Failed looks in a row until the balancer counts as lost."),
        .source = "keepalived.conf(5)",
    });
    vip.checkWeight = declare<std::int64_t>({
        .path = "load_balancer.vip.check_weight",
        .fallbackNote = MESSAGE("deployment", "the address is given up at once"),
        .least = -253,
        .most = -1,
        .label = MESSAGE("deployment", "Weight of a failed look"),
        .summary = MESSAGE("deployment", "How much the priority drops; it has to exceed the gap between both "
                                         "priorities."),
        .source = "keepalived.conf(5)",
    });
}

void DeploymentToml::declareDns() {
    table("dns", MESSAGE("deployment", "DNS"),
          MESSAGE("deployment", "The name clients use, and how it moves from one region to another."));
    dns.name = declare<std::string>({
        .path = "dns.name",
        .pattern = R"([A-Za-z0-9]([-.A-Za-z0-9]*[A-Za-z0-9])?)",
        .patternMessage = "a DNS name has letters, digits, dashes and dots",
        .longest = 253,
        .longestMessage = "a DNS name has at most 253 characters",
        .required = true,
        .label = MESSAGE("deployment", "Name"),
        .summary = MESSAGE("deployment", "Such as api.example.com."),
        .source = "Arabesque",
    });
    dns.method = declare<std::string>({
        .path = "dns.method",
        .fallback = "\"failover\"",
        .choices = {"\"failover\"", "\"weighted\"", "\"latency\""},
        .label = MESSAGE("deployment", "Method"),
        .summary = MESSAGE("deployment", "failover: one region, the other when it is lost. weighted and "
                                         "latency: all active regions."),
        .source = "Arabesque",
    });
    dns.ttl = duration({
        .path = "dns.ttl",
        .fallback = "\"60s\"",
        .label = MESSAGE("deployment", "Time to live"),
        .summary = MESSAGE("deployment", "How long resolvers keep an answer; some clients keep it longer."),
        .source = "Arabesque",
    });
    dns.checkInterval = duration({
        .path = "dns.check_interval",
        .fallback = "\"10s\"",
        .label = MESSAGE("deployment", "Check interval"),
        .summary = MESSAGE("deployment", "Time between two checks of a region."),
        .source = "Arabesque",
    });
    dns.checkFails = declare<std::int64_t>({
        .path = "dns.check_fails",
        .fallback = "3",
        .least = 1,
        .label = MESSAGE("deployment", "Failed checks"),
        .summary = MESSAGE("deployment", "Failed checks in a row until a region counts as lost."),
        .source = "Arabesque",
    });
}

}
