#include "core/import/guide_form.h"

#include <algorithm>
#include <array>
#include <functional>

// Forms of nginx.conf (topologies.md, sections 2.1, 2.5 and 4.5).

namespace arabesque {

namespace {

using Directives = std::vector<NginxDirective>;

void eachUpstream(const Directives& directives, const std::function<void(const NginxDirective&)>& visit) {
    for (const NginxDirective& each : directives) {
        if (each.name() == "http" || each.name() == "stream") eachUpstream(each.inside, visit);
        if (each.name() == "upstream") visit(each);
    }
}

void eachDirective(const Directives& directives, std::string_view name,
                   const std::function<void(const NginxDirective&, const Directives&)>& visit) {
    for (const NginxDirective& each : directives) {
        if (each.name() == name) visit(each, directives);
        eachDirective(each.inside, name, visit);
    }
}

std::vector<const NginxDirective*> serversOf(const NginxDirective& upstream) {
    std::vector<const NginxDirective*> servers;
    for (const NginxDirective& each : upstream.inside)
        if (each.name() == "server") servers.push_back(&each);
    return servers;
}

bool isBackup(const NginxDirective& server) {
    return std::ranges::contains(server.words, std::string("backup"), &NginxDirective::Word::text);
}

std::string portOf(const NginxDirective& server) {
    const std::string_view address = server.word(1);
    const std::size_t colon = address.rfind(':');
    if (colon == std::string_view::npos || address.find(']', colon) != std::string_view::npos) return {};
    return std::string(address.substr(colon + 1));
}

/// Where the first directive inside a block may stand, and how far in.
std::size_t insideOf(const ImportedFile& file, const NginxDirective& block) {
    return file.text.find('{', block.words.back().range.end) + 1;
}

/// The comments of a file say what it is meant to be: nothing else in it tells a pair from a standby.
bool saysActivePassive(const ImportedFile& file) {
    std::string lower = file.text;
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower.contains("active-passive") || lower.contains("active/passive") || lower.contains("standby");
}

void checkBackup(const ImportedFile& file, GuideFindings& findings) {
    if (!saysActivePassive(file)) return;
    eachUpstream(file.directives, [&](const NginxDirective& upstream) {
        const auto servers = serversOf(upstream);
        if (servers.size() < 2 ||
            std::ranges::any_of(servers, [](const NginxDirective* each) { return isBackup(*each); }))
            return;
        std::vector<Change> changes;
        for (std::size_t i = 1; i < servers.size(); ++i) {
            const std::size_t end = servers[i]->words.back().range.end;
            changes.push_back(findings.change({end, end}, " backup"));
        }
        findings.atLine(
            servers[1]->line,
            {MESSAGE("import", "The servers of '%1' take turns: without `backup` a pair is active-active"),
             std::string(upstream.word(1))},
            {MESSAGE("import", "Mark the standby with `backup`")}, std::move(changes));
    });
}

void checkHashing(const ImportedFile& file, GuideFindings& findings) {
    constexpr std::array<std::string_view, 3> methods{"ip_hash", "hash", "random"};
    eachUpstream(file.directives, [&](const NginxDirective& upstream) {
        const auto servers = serversOf(upstream);
        if (std::ranges::none_of(servers, [](const NginxDirective* each) { return isBackup(*each); })) return;
        for (const NginxDirective& each : upstream.inside)
            if (std::ranges::contains(methods, each.name()))
                findings.atLine(
                    each.line,
                    {MESSAGE("import",
                             "`%1` knows no backup servers: NGINX refuses it before the servers, and behind "
                             "them does what nobody checked"),
                     std::string(each.name())},
                    {MESSAGE("import", "`least_conn`, or no method at all")},
                    {findings.change(each.range, "least_conn;")});
    });
}

void checkPorts(const ImportedFile& file, GuideFindings& findings) {
    eachUpstream(file.directives, [&](const NginxDirective& upstream) {
        const auto servers = serversOf(upstream);
        constexpr const char* portOfBallerina = "9090";
        std::string port = portOfBallerina;
        for (const NginxDirective* each : servers)
            if (const std::string there = portOf(*each); !there.empty()) port = there;
        for (const NginxDirective* each : servers) {
            if (each->words.size() < 2 || !portOf(*each).empty() || each->word(1).starts_with("unix:"))
                continue;
            const std::size_t end = each->words[1].range.end;
            findings.atLine(
                each->line,
                {MESSAGE("import", "'%1' has no port, so NGINX asks port 80"), std::string(each->word(1))},
                {MESSAGE("import", "The port of the program: %1:%2"), std::string(each->word(1)), port},
                {findings.change({end, end}, ':' + port)});
        }
    });
}

/// The upstream that a location with this directive hands requests to.
const NginxDirective* upstreamBehind(const ImportedFile& file, const Directives& location) {
    const NginxDirective* found = nullptr;
    for (const NginxDirective& each : location) {
        if (each.name() != "proxy_pass") continue;
        std::string_view target = each.word(1);
        if (const std::size_t at = target.find("://"); at != std::string_view::npos)
            target.remove_prefix(at + 3);
        eachUpstream(file.directives, [&](const NginxDirective& upstream) {
            if (upstream.word(1) == target.substr(0, target.find('/'))) found = &upstream;
        });
    }
    return found;
}

void checkZone(const ImportedFile& file, GuideFindings& findings) {
    eachDirective(
        file.directives, "health_check", [&](const NginxDirective& check, const Directives& around) {
            const NginxDirective* upstream = upstreamBehind(file, around);
            if (upstream == nullptr || upstream->find("zone") != nullptr) return;
            const std::string name(upstream->word(1));
            const std::size_t at = insideOf(file, *upstream);
            findings.atLine(check.line,
                            {MESSAGE("import", "health_check needs a shared memory zone in '%1'"), name},
                            {MESSAGE("import", "zone %1 64k; in the upstream"), name},
                            {findings.change({at, at}, "\n    zone " + name + " 64k;")});
        });
}

void checkPlus(const ImportedFile& file, GuideFindings& findings) {
    eachDirective(file.directives, "health_check", [&](const NginxDirective& check, const Directives&) {
        findings.atLine(
            check.line,
            {MESSAGE("import", "Only NGINX Plus knows health_check; the open source NGINX refuses to start")},
            {MESSAGE("import", "NGINX Plus, or HAProxy, whose `check` is free: engine = \"haproxy\"")});
    });
}

void checkPortals(const ImportedFile& file, GuideFindings& findings) {
    constexpr std::array<std::string_view, 3> sticky{"ip_hash", "sticky", "hash"};
    eachUpstream(file.directives, [&](const NginxDirective& upstream) {
        const auto servers = serversOf(upstream);
        const auto isPortal = [](const NginxDirective* each) {
            return portOf(*each) == "9443" && !isBackup(*each);
        };
        const bool keeps = std::ranges::any_of(upstream.inside, [&](const NginxDirective& each) {
            return std::ranges::contains(sticky, each.name());
        });
        if (keeps || std::ranges::count_if(servers, isPortal) < 2) return;
        const std::size_t at = insideOf(file, upstream);
        std::vector<Change> changes{findings.change({at, at}, "\n    ip_hash;")};
        for (const NginxDirective& each : upstream.inside)
            if (each.name() == "least_conn" || each.name() == "random")
                changes.push_back(findings.withoutLines(each.range.begin, each.range.end));
        findings.atLine(
            upstream.line,
            {MESSAGE("import",
                     "Portals keep sessions in one server: '%1' sends users from one to the other, who "
                     "have to log in again and again"),
             std::string(upstream.word(1))},
            {MESSAGE("import", "ip_hash; or a sticky cookie")}, std::move(changes));
    });
}

}

extern const GuideForm active_passive_without_backup{
    .id = "active-passive-without-backup",
    .severity = Severity::Error,
    .file = "nginx.conf",
    .source = "4.5",
    .check = checkBackup,
    .wrong =
        "# active-passive\nupstream backend {\n    server 10.0.0.1:9090;\n    server 10.0.0.2:9090;\n}\n",
    .right = "# active-passive\nupstream backend {\n    server 10.0.0.1:9090;\n    server 10.0.0.2:9090 "
             "backup;\n}\n"};

extern const GuideForm backup_with_hashing{
    .id = "backup-with-hashing",
    .severity = Severity::Error,
    .file = "nginx.conf",
    .source = "2.1",
    .check = checkHashing,
    .wrong = "upstream b {\n    server 10.0.0.1:9090;\n    server 10.0.0.2:9090 backup;\n    ip_hash;\n}\n",
    .right =
        "upstream b {\n    server 10.0.0.1:9090;\n    server 10.0.0.2:9090 backup;\n    least_conn;\n}\n"};

extern const GuideForm server_without_port{.id = "server-without-port",
                                           .severity = Severity::Warning,
                                           .file = "nginx.conf",
                                           .source = "4.5",
                                           .check = checkPorts,
                                           .wrong = "upstream b {\n    server 127.0.0.1 max_fails=3;\n}\n",
                                           .right =
                                               "upstream b {\n    server 127.0.0.1:9090 max_fails=3;\n}\n"};

extern const GuideForm health_check_without_zone{
    .id = "health-check-without-zone",
    .severity = Severity::Error,
    .file = "nginx.conf",
    .source = "2.2",
    .check = checkZone,
    .wrong = "upstream b {\n    server 10.0.0.1:9090;\n}\nserver {\n    location / {\n        proxy_pass "
             "http://b;\n"
             "        health_check uri=/health;\n    }\n}\n",
    .right =
        "upstream b {\n    zone b 64k;\n    server 10.0.0.1:9090;\n}\nserver {\n    location / {\n        "
        "proxy_pass http://b;\n        health_check uri=/health;\n    }\n}\n"};

extern const GuideForm health_check_in_open_source{
    .id = "health-check-in-open-source",
    .severity = Severity::Info,
    .file = "nginx.conf",
    .source = "2.2",
    .check = checkPlus,
    .wrong =
        "server {\n    location / {\n        proxy_pass http://10.0.0.1;\n        health_check;\n    }\n}\n",
    .right = "server {\n    location / {\n        proxy_pass http://10.0.0.1;\n    }\n}\n"};

extern const GuideForm portals_without_stickiness{
    .id = "portals-without-stickiness",
    .severity = Severity::Error,
    .file = "nginx.conf",
    .source = "2.5",
    .check = checkPortals,
    .wrong = "upstream portal {\n    server cp1.example.com:9443;\n    server cp2.example.com:9443;\n}\n",
    .right = "upstream portal {\n    ip_hash;\n    server cp1.example.com:9443;\n    server "
             "cp2.example.com:9443;\n}\n"};

}
