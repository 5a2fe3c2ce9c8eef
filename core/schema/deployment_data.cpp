#include "core/schema/deployment_toml.h"

namespace arabesque {

void DeploymentToml::declareObjectives() {
    table("objectives", MESSAGE("deployment", "Objectives"),
          MESSAGE("deployment", "What the deployment has to reach. The design is held against it."));
    objectives.recoveryTime = duration({
        .path = "objectives.rto",
        .fallbackNote = MESSAGE("deployment", "none"),
        .hint = "\"15m\"",
        .label = MESSAGE("deployment", "Recovery time (RTO)"),
        .summary = MESSAGE("deployment", "Longest time without service after a loss."),
        .source = "Arabesque",
    });
    objectives.recoveryPoint = duration({
        .path = "objectives.rpo",
        .fallbackNote = MESSAGE("deployment", "none"),
        .hint = "\"5m\"",
        .label = MESSAGE("deployment", "Recovery point (RPO)"),
        .summary =
            MESSAGE("deployment", "Longest span of data that may be lost. 0s wants synchronous copies."),
        .source = "Arabesque",
    });
    objectives.availability = share({
        .path = "objectives.availability",
        .fallbackNote = MESSAGE("deployment", "none"),
        .hint = "\"99.9%\"",
        .label = MESSAGE("deployment", "Availability"),
        .summary = MESSAGE("deployment", "Share of time it serves, such as 99.9%: under nine hours a year "
                                         "without."),
        .source = "Arabesque",
    });
    objectives.peak = declare<std::int64_t>({
        .path = "objectives.peak",
        .fallbackNote = MESSAGE("deployment", "unknown"),
        .least = 0,
        .label = MESSAGE("deployment", "Peak"),
        .summary = MESSAGE("deployment", "Most requests per second; what is left after a loss has to carry "
                                         "them."),
        .source = "Arabesque",
    });
    objectives.decisionTime = duration({
        .path = "objectives.decision_time",
        .fallbackNote = MESSAGE("deployment", "unknown: estimates say \"and the decision\""),
        .hint = "\"10m\"",
        .label = MESSAGE("deployment", "Decision time"),
        .summary = MESSAGE("deployment", "Time people need to decide to give a region up."),
        .source = "Arabesque",
    });
}

void DeploymentToml::declareAssumptions() {
    table("assumptions", MESSAGE("deployment", "Assumptions"),
          MESSAGE("deployment",
                  "Planning values of your own, from measurements or contracts. Availability is "
                  "estimated only where they are given."));
    const auto add = [&](const char* path, MessageText label, MessageText summary) {
        return share({.path = path,
                      .fallbackNote = MESSAGE("deployment", "unknown"),
                      .label = label,
                      .summary = summary,
                      .source = "Arabesque"});
    };
    assumptions.node =
        add("assumptions.node", MESSAGE("deployment", "One copy of a server"),
            MESSAGE("deployment", "Share of time one copy of a server is there, such as 99.5%."));
    assumptions.loadBalancer =
        add("assumptions.load_balancer", MESSAGE("deployment", "One balancer"),
            MESSAGE("deployment", "Share of time one load balancer is there, or the managed one."));
    assumptions.database =
        add("assumptions.database", MESSAGE("deployment", "One copy of a database"),
            MESSAGE("deployment", "Share of time one copy of a database is there, or the managed one."));
    assumptions.zone = add("assumptions.zone", MESSAGE("deployment", "One zone"),
                           MESSAGE("deployment", "Share of time a zone is there."));
    assumptions.region = add("assumptions.region", MESSAGE("deployment", "One region"),
                             MESSAGE("deployment", "Share of time a region is there."));
    assumptions.failedSwitch =
        add("assumptions.failed_switch", MESSAGE("deployment", "Failed switches"),
            MESSAGE("deployment", "Share of switches to a standby that do not succeed. For good nodes it "
                                  "decides; an untested standby is a guess."));
}

void DeploymentToml::declareDatabases() {
    database.all = records("database", MESSAGE("deployment", "Databases"),
                           MESSAGE("deployment", "What is kept, and how copies of it follow each other. Its "
                                                 "copies are nodes of role database."));
    database.name = entryName("database[].name",
                              MESSAGE("deployment", "How nodes and pools refer to it, such as orders."));
    database.engine = declare<std::string>({
        .path = "database[].engine",
        .fallback = "\"postgresql\"",
        .choices = {"\"postgresql\"", "\"mysql\"", "\"mssql\"", "\"oracle\"", "\"h2\""},
        .label = MESSAGE("deployment", "Engine"),
        .summary = MESSAGE("deployment", "H2 is inside one process and cannot be shared."),
        .source = "Arabesque",
    });
    database.managed = declare<bool>({
        .path = "database[].managed",
        .fallback = "false",
        .label = MESSAGE("deployment", "Managed"),
        .summary = MESSAGE("deployment", "The cloud runs it and keeps a standby in another zone."),
        .source = "Arabesque",
    });
    database.replication = declare<std::string>({
        .path = "database[].replication",
        .fallback = "\"none\"",
        .choices = {"\"none\"", "\"asynchronous\"", "\"synchronous\"", "\"quorum\"", "\"bidirectional\""},
        .label = MESSAGE("deployment", "Replication"),
        .summary =
            MESSAGE("deployment", "How copies follow. asynchronous loses what is on the way. synchronous "
                                  "waits for the copy. quorum waits for most of the members. "
                                  "bidirectional writes in two places."),
        .source = "Arabesque",
    });
    database.writers = declare<std::string>({
        .path = "database[].writers",
        .fallbackNote = MESSAGE("deployment", "many with bidirectional replication, else one"),
        .choices = {"\"one\"", "\"many\""},
        .label = MESSAGE("deployment", "Writers"),
        .summary = MESSAGE("deployment", "Whether one copy takes writes, or several at once."),
        .source = "Arabesque",
    });
    database.conflicts = declare<std::string>({
        .path = "database[].conflicts",
        .fallbackNote = MESSAGE("deployment", "not handled"),
        .label = MESSAGE("deployment", "Conflicts"),
        .summary =
            MESSAGE("deployment", "What happens when two regions change the same row: the tool or rule "
                                  "that decides."),
        .source = "WSO2 API Manager, multi data centre patterns",
    });
    database.degradesToAsynchronous = declare<bool>({
        .path = "database[].degrades",
        .fallback = "false",
        .label = MESSAGE("deployment", "Goes on without its copy"),
        .summary = MESSAGE("deployment", "Of synchronous replication: writes go on when the standby is lost. "
                                         "Without it they stop."),
        .source = "Arabesque",
    });
    database.promotion = declare<std::string>({
        .path = "database[].promotion",
        .fallback = "\"manual\"",
        .choices = {"\"manual\"", "\"automatic\""},
        .label = MESSAGE("deployment", "Promotion"),
        .summary = MESSAGE("deployment", "Whether a copy becomes the primary by itself."),
        .source = "Arabesque",
    });
    database.promotionTime = duration({
        .path = "database[].promotion_time",
        .fallback = "\"30s\"",
        .label = MESSAGE("deployment", "Promotion time"),
        .summary = MESSAGE("deployment", "Time a promotion takes once it is decided."),
        .source = "Arabesque",
    });
    database.lag = duration({
        .path = "database[].lag",
        .fallbackNote = MESSAGE("deployment", "unknown: has to be measured"),
        .label = MESSAGE("deployment", "Replication lag"),
        .summary =
            MESSAGE("deployment", "How far the copy is behind, measured; what is lost with the primary."),
        .source = "Arabesque",
    });
    database.maxConnections = declare<std::int64_t>({
        .path = "database[].max_connections",
        .fallbackNote = MESSAGE("deployment", "100 of PostgreSQL, 151 of MySQL"),
        .least = 1,
        .label = MESSAGE("deployment", "Connections"),
        .summary = MESSAGE("deployment", "Most connections the server takes."),
        .source = "PostgreSQL and MySQL manuals",
    });
    database.reservedConnections = declare<std::int64_t>({
        .path = "database[].reserved_connections",
        .fallback = "3",
        .least = 0,
        .label = MESSAGE("deployment", "Kept for administrators"),
        .summary = MESSAGE("deployment", "Connections pools cannot have."),
        .source = "PostgreSQL manual",
    });
    database.schemas = declare<std::vector<std::string>>({
        .path = "database[].schemas",
        .fallbackNote = MESSAGE("deployment", "those the products in front of it need, else its name"),
        .label = MESSAGE("deployment", "Databases inside"),
        .summary = MESSAGE("deployment", "Names of the databases that this server holds, such as "
                                         "[\"apim_db\", \"shared_db\"]; they are backed up together."),
        .source = "Arabesque",
    });
}

void DeploymentToml::declarePools() {
    pool.all =
        records("pool", MESSAGE("deployment", "Connection pools"),
                MESSAGE("deployment", "Connections each copy of a role opens to a database. Together they "
                                      "have to fit what the database takes."));
    pool.role = declare<std::string>({
        .path = "pool[].role",
        .choices = {"\"service\"", "\"micro-integrator\"", "\"gateway\"", "\"all-in-one\"",
                    "\"control-plane\"", "\"integration-control-plane\"", "\"traffic-manager\"",
                    "\"key-manager\""},
        .required = true,
        .label = MESSAGE("deployment", "Role"),
        .summary = MESSAGE("deployment", "Role of the nodes that have the pool."),
        .source = "Arabesque",
    });
    pool.database = declare<std::string>({
        .path = "pool[].database",
        .required = true,
        .label = MESSAGE("deployment", "Database"),
        .summary = MESSAGE("deployment", "Name of the database."),
        .source = "Arabesque",
    });
    pool.maxActive = declare<std::int64_t>({
        .path = "pool[].max_active",
        .fallback = "50",
        .least = 1,
        .label = MESSAGE("deployment", "Most connections"),
        .summary = MESSAGE("deployment", "Of one copy. 50 is the default of the API Manager's local pools."),
        .source = "WSO2 API Manager 4.7, default.json",
    });
    pool.minIdle = declare<std::int64_t>({
        .path = "pool[].min_idle",
        .fallback = "5",
        .least = 0,
        .label = MESSAGE("deployment", "Idle connections"),
        .summary = MESSAGE("deployment", "Connections kept open without work."),
        .source = "WSO2 helm-apim 4.7",
    });
    pool.maxWait = duration({
        .path = "pool[].max_wait",
        .fallback = "\"60s\"",
        .label = MESSAGE("deployment", "Longest wait"),
        .summary = MESSAGE("deployment", "Time a request waits for a connection."),
        .source = "WSO2 helm-apim 4.7",
    });
    pool.autoCommit = declare<bool>({
        .path = "pool[].auto_commit",
        .fallback = "true",
        .label = MESSAGE("deployment", "Commit each statement"),
        .summary = MESSAGE("deployment", "defaultAutoCommit of the pool; the same on all nodes."),
        .source = "WSO2 helm-apim 4.7",
    });
    pool.validationQuery = declare<std::string>({
        .path = "pool[].validation_query",
        .fallbackNote = MESSAGE("deployment", "as the engine wants it"),
        .label = MESSAGE("deployment", "Validation query"),
        .summary =
            MESSAGE("deployment", "Asked before a connection is handed out. Oracle wants SELECT 1 FROM "
                                  "DUAL, the others SELECT 1."),
        .source = "WSO2 API Manager, data source configuration",
    });
}

}
