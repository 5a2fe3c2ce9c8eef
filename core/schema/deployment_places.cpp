#include "core/schema/deployment_toml.h"
#include "core/schema/roles.h"

namespace arabesque {

namespace {

std::string quotedId(std::string_view id) {
    return '"' + std::string(id) + '"';
}

std::vector<std::string> roleChoices() {
    std::vector<std::string> choices;
    for (const NodeRole& role : allRoles()) choices.push_back(quotedId(role.id));
    return choices;
}

/// Two integers, for the editor of structured values.
ProgramType pairOfIntegers() {
    ballerina::Type whole;
    whole.kind = ballerina::Type::Kind::Int;
    whole.text = "int";
    ballerina::Type pair;
    pair.kind = ballerina::Type::Kind::Array;
    pair.text = "int[]";
    pair.parts.push_back(std::move(whole));
    return ProgramType(std::move(pair));
}

}

void DeploymentToml::declareRegions() {
    region.all = records("region", MESSAGE("deployment", "Regions"),
                         MESSAGE("deployment", "Places that fail together, and the zones inside of them. "
                                               "Without any, all nodes stand in one place."));
    region.name =
        entryName("region[].name", MESSAGE("deployment", "How nodes refer to it, such as eu-west."));
    region.role = declare<std::string>({
        .path = "region[].role",
        .fallback = "\"active\"",
        .choices = {"\"active\"", "\"primary\"", "\"standby\""},
        .label = MESSAGE("deployment", "Role"),
        .summary =
            MESSAGE("deployment", "active: serves beside others. primary: serves alone. standby: takes "
                                  "over when the primary is lost."),
        .source = "Arabesque",
    });
    region.zones = declare<std::vector<std::string>>({
        .path = "region[].zones",
        .label = MESSAGE("deployment", "Zones"),
        .summary =
            MESSAGE("deployment", "Parts of the region that fail on their own, such as [\"a\", \"b\"]."),
        .source = "Arabesque",
    });
    region.vip = declare<std::string>({
        .path = "region[].vip",
        .fallbackNote = MESSAGE("deployment", "the address of [load_balancer.vip]"),
        .pattern = R"([0-9]{1,3}(\.[0-9]{1,3}){3}(/[0-9]{1,2})?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(/[0-9]{1,3})?)",
        .patternMessage = "a virtual address is an IP address, such as 10.0.1.10",
        .label = MESSAGE("deployment", "Virtual address"),
        .summary =
            MESSAGE("deployment", "Address of the region's own pair of load balancers: no two networks "
                                  "share one."),
        .source = "keepalived.conf(5)",
    });
    region.cluster = declare<std::string>({
        .path = "region[].cluster",
        .fallbackNote = MESSAGE("deployment", "the cluster Argo CD runs in"),
        .pattern = R"(https?://[^\s"'`$\\]+|[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?)",
        .patternMessage = "a cluster is given by its name or by the address of its API server",
        .label = MESSAGE("deployment", "Cluster"),
        .summary = MESSAGE("deployment", "Name or API address of the region's Kubernetes cluster, as Argo CD "
                                         "knows it."),
        .source = "Argo CD, Application",
    });
}

void DeploymentToml::declareNodes() {
    node.all =
        records("node", MESSAGE("deployment", "Nodes"),
                MESSAGE("deployment", "What runs where: services, balancers, databases and the rest. On "
                                      "Kubernetes a node is a Deployment with its replicas."));
    node.name = entryName("node[].name",
                          MESSAGE("deployment", "How links and the diagram refer to it; each has its own."));
    node.role = declare<std::string>({
        .path = "node[].role",
        .choices = roleChoices(),
        .required = true,
        .label = MESSAGE("deployment", "Role"),
        .summary = MESSAGE("deployment", "What it is. The role decides its usual port, who asks it, and what "
                                         "its loss means."),
        .source = "Arabesque",
    });
    node.region = declare<std::string>({
        .path = "node[].region",
        .fallbackNote = MESSAGE("deployment", "the only region"),
        .label = MESSAGE("deployment", "Region"),
        .summary = MESSAGE("deployment", "Name of the region it stands in."),
        .source = "Arabesque",
    });
    node.zone = declare<std::string>({
        .path = "node[].zone",
        .fallbackNote = MESSAGE("deployment", "none: replicas are spread over all zones"),
        .label = MESSAGE("deployment", "Zone"),
        .summary =
            MESSAGE("deployment", "Zone of the region it stands in. One that has replicas and no zone is "
                                  "spread over all zones of its region."),
        .source = "Arabesque",
    });
    node.host = declare<std::string>({
        .path = "node[].host",
        .fallbackNote = MESSAGE("deployment", "its name"),
        .pattern = R"([A-Za-z0-9]([-.A-Za-z0-9]*[A-Za-z0-9])?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*)",
        .patternMessage = "a host is a DNS name or an IP address, without scheme and port",
        .longest = 253,
        .longestMessage = "a DNS name has at most 253 characters",
        .label = MESSAGE("deployment", "Host"),
        .summary = MESSAGE("deployment", "DNS name or address others reach it at. Nodes with the same host "
                                         "share a machine and its failure."),
        .source = "Arabesque",
    });
    node.port = declare<std::int64_t>({
        .path = "node[].port",
        .meaning = Meaning::Port,
        .fallbackNote = MESSAGE("deployment", "of the program, or the usual one of its role"),
        .least = 1,
        .most = 65535,
        .label = MESSAGE("deployment", "Port"),
        .summary = MESSAGE("deployment", "Port it serves requests on."),
        .source = "WSO2 API Manager 4.7 and Micro Integrator 4.6, default ports",
    });
    node.state = declare<std::string>({
        .path = "node[].state",
        .fallback = "\"active\"",
        .choices = {"\"active\"", "\"standby\""},
        .label = MESSAGE("deployment", "State"),
        .summary = MESSAGE("deployment", "active: takes requests. standby: takes them when no active node is "
                                         "left; of a database, a replica."),
        .source = "Arabesque",
    });
    node.replicas = declare<std::int64_t>({
        .path = "node[].replicas",
        .fallback = "1",
        .least = 1,
        .label = MESSAGE("deployment", "Replicas"),
        .summary = MESSAGE("deployment", "Copies that run on Kubernetes under this one name."),
        .source = "Arabesque",
    });
    node.capacity = declare<std::int64_t>({
        .path = "node[].capacity",
        .fallbackNote = MESSAGE("deployment", "unknown: no remaining capacity is computed"),
        .least = 0,
        .label = MESSAGE("deployment", "Capacity"),
        .summary = MESSAGE("deployment", "Requests per second one copy carries, as a load test measured it."),
        .source = "Arabesque",
    });
    node.startTime = duration({
        .path = "node[].start_time",
        .fallbackNote = MESSAGE("deployment", "none: it runs already"),
        .label = MESSAGE("deployment", "Start time"),
        .summary = MESSAGE("deployment", "Of a standby that is not running: time until it serves."),
        .source = "Arabesque",
    });
    node.background = declare<bool>({
        .path = "node[].background_work",
        .fallback = "false",
        .label = MESSAGE("deployment", "Background work"),
        .summary = MESSAGE("deployment", "It polls files, queues or databases or runs timers: two copies of "
                                         "such work do everything twice."),
        .source = "Arabesque",
    });
    node.database = declare<std::string>({
        .path = "node[].database",
        .fallbackNote = MESSAGE("deployment", "the only database"),
        .label = MESSAGE("deployment", "Database"),
        .summary = MESSAGE("deployment", "Of a database node: name of the [[database]] it holds a copy of."),
        .source = "Arabesque",
    });
    node.version = declare<std::string>({
        .path = "node[].version",
        .fallbackNote = MESSAGE("deployment", "the package's version"),
        .label = MESSAGE("deployment", "Version"),
        .summary = MESSAGE("deployment", "Release that runs there, where it is another than everywhere."),
        .source = "Arabesque",
    });
    node.nodeId = declare<std::string>({
        .path = "node[].node_id",
        .fallbackNote = MESSAGE("deployment", "a random one at each start"),
        .label = MESSAGE("deployment", "Node id"),
        .summary = MESSAGE("deployment", "Of a Micro Integrator: its id in the cluster, different on each."),
        .source = "WSO2 Micro Integrator, deployment.toml cluster_config",
    });
    node.gatewayEnvironment = declare<std::string>({
        .path = "node[].gateway_environment",
        .fallbackNote = MESSAGE("deployment", "the first there is"),
        .label = MESSAGE("deployment", "Gateway environment"),
        .summary = MESSAGE("deployment", "Of a gateway: name of the [[api_manager.environment]] it serves."),
        .source = "WSO2 API Manager 4.7, gateway_labels",
    });
    node.position = {declare<std::string>({
                                              .path = "node[].position",
                                              .type = ValueType::Any,
                                              .fallbackNote = MESSAGE("deployment", "placed by the diagram"),
                                              .hint = "[120, 80]",
                                              .label = MESSAGE("deployment", "Position"),
                                              .summary = MESSAGE("deployment", "Its place on the diagram."),
                                              .source = "Arabesque",
                                              .typeText = "int[]",
                                              .programType = pairOfIntegers(),
                                          })
                         .index};
}

void DeploymentToml::declareLinks() {
    link.all =
        records("link", MESSAGE("deployment", "Links"),
                MESSAGE("deployment", "Who calls whom, beyond what follows from roles: balancers reach "
                                      "their servers and servers their database without being listed."));
    link.from = declare<std::string>({
        .path = "link[].from",
        .required = true,
        .label = MESSAGE("deployment", "From"),
        .summary = MESSAGE("deployment", "Name of the node that opens the connection."),
        .source = "Arabesque",
    });
    link.to = declare<std::string>({
        .path = "link[].to",
        .required = true,
        .label = MESSAGE("deployment", "To"),
        .summary = MESSAGE("deployment", "Name of the node that is called."),
        .source = "Arabesque",
    });
    link.port = declare<std::int64_t>({
        .path = "link[].port",
        .meaning = Meaning::Port,
        .fallbackNote = MESSAGE("deployment", "the called node's port"),
        .least = 1,
        .most = 65535,
        .label = MESSAGE("deployment", "Port"),
        .summary = MESSAGE("deployment", "Port that is called, where it is another than the node's own."),
        .source = "Arabesque",
    });
    link.protocol = declare<std::string>({
        .path = "link[].protocol",
        .fallbackNote = MESSAGE("deployment", "the usual one of the called role"),
        .choices = {"\"HTTP\"", "\"HTTPS\"", "\"TCP\"", "\"AMQP\"", "\"gRPC\"", "\"WS\"", "\"WSS\""},
        .closedChoice = false,
        .label = MESSAGE("deployment", "Protocol"),
        .summary = MESSAGE("deployment", "What is spoken; shown on the diagram."),
        .source = "Arabesque",
    });
    link.required = declare<bool>({
        .path = "link[].required",
        .fallback = "true",
        .label = MESSAGE("deployment", "Required"),
        .summary = MESSAGE("deployment", "Whether the caller serves no more when the called node is lost."),
        .source = "Arabesque",
    });
}

}
