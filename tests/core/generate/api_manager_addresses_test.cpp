#include "core/model/api_manager.h"
#include "core/model/connections.h"
#include "tests/core/generate/made_files.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

struct Server {
    const char* name;
    const char* role;
    const char* region;
};
constexpr Server everywhere[] = {{"cp-w", "control-plane", "west"},   {"cp-w2", "control-plane", "west"},
                                 {"tm-w", "traffic-manager", "west"}, {"gw-w", "gateway", "west"},
                                 {"gw-w2", "gateway", "west"},        {"cp-e", "control-plane", "east"},
                                 {"tm-e", "traffic-manager", "east"}, {"tm-e2", "traffic-manager", "east"},
                                 {"gw-e", "gateway", "east"},         {"km-w", "key-manager", "west"},
                                 {"lb-w", "load-balancer", "west"},   {"redis-w", "cache", "west"},
                                 {"db-w", "database", "west"},        {"db-e", "database", "east"}};
constexpr const char* replicated = "multi_region = \"replicated-databases\"\nevent_publishers = true\n";
constexpr const char* central = "multi_region = \"central-control-plane\"\n";

std::string hostOf(std::string_view name) {
    return std::string(name) + ".internal";
}

/// The deployment without one of its nodes.
Analysis deployed(const std::string& settings, std::string_view without = {},
                  const std::string& targets = "vm") {
    std::string text = "product = \"api-manager\"\ntargets = [\"" + targets +
                       "\"]\nregion = [{name = \"west\", role = \"primary\"}, {name = \"east\", role = "
                       "\"active\"}]\n";
    for (const Server& each : everywhere)
        if (each.name != without && (settings != central || each.name != std::string_view("cp-e")))
            text += std::string("[[node]]\nname = \"") + each.name + "\"\nrole = \"" + each.role +
                    "\"\nregion = \"" + each.region + "\"\nhost = \"" + hostOf(each.name) + "\"\n" +
                    (std::string_view(each.role) == "database" ? "database = \"apim\"\n" : "");
    text += "[[database]]\nname = \"apim\"\nreplication = \"bidirectional\"\nconflicts = \"tool\"\n"
            "[load_balancer]\nengine = \"haproxy\"\naffinity = \"cookie\"\n"
            "[api_manager]\noffset = 3\nwebsocket = true\nencryption_key = \"key\"\n" +
            settings;
    return made({{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"apis\"\nversion = \"1.0.0\"\n"},
                 {"main.bal", "public function main() {\n}\n"},
                 {"Deployment.toml", text}});
}

struct Address {
    std::string file, host;
    std::int64_t port = 0;

    [[nodiscard]] std::string text() const { return file + ": " + host + ':' + std::to_string(port); }
};

/// Every address in the files of the API Manager, but those of the server itself.
std::vector<Address> addressesIn(const Analysis& analysis) {
    static const QRegularExpression url(R"(://([A-Za-z0-9.-]+):(\d+))");
    static const QRegularExpression store("\nhost = \"([^\"]+)\"\nport = (\\d+)");
    std::vector<Address> all;
    for (const Artifact& artifact : analysis.artifacts) {
        if (!artifact.path.starts_with("api-manager/") || artifact.path.ends_with(".sh")) continue;
        const QString text = QString::fromStdString(artifact.text);
        for (const auto& pattern : {url, store})
            for (const QRegularExpressionMatch& match : pattern.globalMatch(text))
                if (match.captured(1) != QLatin1String("localhost"))
                    all.push_back(
                        {artifact.path, match.captured(1).toStdString(), match.captured(2).toLongLong()});
    }
    return all;
}

/// Ports of a role, with the offset where it is a part of the product.
std::set<std::int64_t> portsOf(const Node& node) {
    using Ports = ApiManagerPorts;
    static const std::map<std::string_view, std::set<std::int64_t>> ports{
        {"control-plane", {Ports::servlet, Ports::broker, Ports::receiver, Ports::receiverTls}},
        {"traffic-manager", {Ports::servlet, Ports::broker, Ports::receiver, Ports::receiverTls}},
        {"key-manager", {Ports::servlet}},
        {"gateway", {Ports::servlet, Ports::apis, Ports::webSocket}},
        {"load-balancer", {443, 8243, 8099}},
        {"cache", {6379}},
        {"database", {5432}}};
    std::set<std::int64_t> moved;
    for (const std::int64_t port : ports.at(*node.role)) moved.insert(port + (isApiManager(node) ? 3 : 0));
    return moved;
}

const Node* nodeAt(const Topology& topology, const std::string& host) {
    const auto found =
        std::ranges::find_if(topology.nodes, [&](const Node& node) { return *node.host == host; });
    return found == topology.nodes.end() ? nullptr : &*found;
}

/// Whether the diagram has a line between the owner of a file and a node, in either direction; a balancer stands in
/// for the control planes behind it.
bool isDrawn(const Topology& topology, const Address& address, const Node& to) {
    const std::size_t begin = std::string_view("api-manager/").size();
    const Node* owner = topology.node(address.file.substr(begin, address.file.find('/', begin) - begin));
    if (owner == nullptr) return false;
    if (owner->number == to.number) return true;
    // control planes of all regions know all environments, since they share a database: clients call them there
    const bool known = owner->is("control-plane") && to.is("gateway") &&
                       std::ranges::none_of(topology.nodes, [&](const Node& node) {
                           return node.is("gateway") && *node.region == *owner->region;
                       });
    if (known) return true;
    if (to.is("load-balancer"))
        return std::ranges::any_of(topology.nodes, [&](const Node& node) {
            return node.is("control-plane") && *node.region == *to.region && isDrawn(topology, address, node);
        });
    return std::ranges::any_of(connectionsOf(topology), [&](const Connection& each) {
        const End from{End::Kind::Node, owner->number}, end{End::Kind::Node, to.number};
        return (each.from == from && each.to == end) || (each.from == end && each.to == from);
    });
}

/// What is wrong with the addresses of a deployment, a line each.
std::string wrongAddresses(const Analysis& analysis) {
    std::string wrong;
    const Topology& topology = analysis.deployment.topology;
    for (const Address& each : addressesIn(analysis)) {
        const Node* node = nodeAt(topology, each.host);
        if (node == nullptr)
            wrong += each.text() + " is nobody's\n";
        else if (!portsOf(*node).contains(each.port))
            wrong += each.text() + " is no port of a " + *node->role + '\n';
        else if (!isDrawn(topology, each, *node))
            wrong += each.text() + " is not on the diagram\n";
    }
    return wrong;
}

/// The host and port of one line of one file.
std::string lineOf(const Analysis& analysis, const std::string& path, const std::string& key) {
    const std::string text = textOf(analysis, path);
    std::string lines;
    for (std::size_t at = text.find(key + " = "); at != std::string::npos;
         at = text.find(key + " = ", at + 1)) {
        if (at > 0 && text[at - 1] != '\n') continue;
        lines += text.substr(at + key.size() + 3, text.find('\n', at) - at - key.size() - 3) + '\n';
    }
    return lines;
}

}

/// Control planes, traffic managers and gateways in two regions: every address in every file is that of a node, at a
/// port it has, along a line of the diagram.
class ApiManagerAddressesTest : public QObject {
    Q_OBJECT

private slots:
    void everyAddressIsOnTheDiagram_data() { deployments(); }
    void everyAddressIsOnTheDiagram() {
        QFETCH(const QByteArray, settings);
        const Analysis analysis = deployed(settings.toStdString());
        QCOMPARE(wrongAddresses(analysis), "");
        QVERIFY(addressesIn(analysis).size() > 80);
    }

    void noAddressDanglesWithoutOneNode_data() { deployments(); }
    void noAddressDanglesWithoutOneNode() {
        QFETCH(const QByteArray, settings);
        for (const Server& gone : everywhere) {
            const Analysis analysis = deployed(settings.toStdString(), gone.name);
            QCOMPARE(wrongAddresses(analysis), "");
            for (const Artifact& artifact : analysis.artifacts)
                if (artifact.path.starts_with("api-manager/"))
                    QVERIFY2(!artifact.text.contains(hostOf(gone.name)), artifact.path.c_str());
        }
    }

    void aWrongAddressIsFound() {
        Analysis analysis = deployed(replicated);
        auto file =
            std::ranges::find(analysis.artifacts, "api-manager/gw-w/deployment.toml", &Artifact::path);
        QVERIFY(file != analysis.artifacts.end());
        file->text += "a = \"tcp://gone.internal:5675\"\nb = \"tcp://tm-w.internal:5672\"\n"
                      "c = \"tcp://tm-e.internal:5675\"\n";
        QCOMPARE(wrongAddresses(analysis),
                 "api-manager/gw-w/deployment.toml: gone.internal:5675 is nobody's\n"
                 "api-manager/gw-w/deployment.toml: tm-w.internal:5672 is no port of a "
                 "traffic-manager\n"
                 "api-manager/gw-w/deployment.toml: tm-e.internal:5675 is not on the "
                 "diagram\n");
    }

    void aRegionKeepsToItself() {
        const Analysis analysis = deployed(replicated);
        const std::string gateway = "api-manager/gw-e/deployment.toml";
        QCOMPARE(lineOf(analysis, gateway, "event_listening_endpoints"), "[\"tcp://cp-e.internal:5675\"]\n");
        QCOMPARE(lineOf(analysis, gateway, "throttle_decision_endpoints"),
                 "[\"tcp://tm-e.internal:5675\", \"tcp://tm-e2.internal:5675\"]\n");
        QCOMPARE(lineOf(analysis, gateway, "traffic_manager_urls"),
                 "[\"tcp://tm-e.internal:9614\"]\n[\"tcp://tm-e2.internal:9614\"]\n");
        QVERIFY(textOf(analysis, "api-manager/cp-e/conf/jndi-cp-w.properties.template")
                    .contains("cp-w.internal:5675"));
    }

    void aCentralControlPlaneIsAskedFromEveryRegion() {
        const Analysis analysis = deployed(central);
        const std::string gateway = "api-manager/gw-e/deployment.toml";
        QCOMPARE(lineOf(analysis, gateway, "event_listening_endpoints"),
                 "[\"tcp://cp-w.internal:5675\", \"tcp://cp-w2.internal:5675\"]\n");
        QCOMPARE(lineOf(analysis, gateway, "throttle_decision_endpoints"),
                 "[\"tcp://tm-e.internal:5675\", \"tcp://tm-e2.internal:5675\"]\n");
        QVERIFY(pathsOf(analysis, "api-manager").find("jndi-") == std::string::npos);
    }

    void peersDuplicateEventsToEachOther() {
        const Analysis analysis = deployed(replicated);
        QCOMPARE(lineOf(analysis, "api-manager/cp-w/deployment.toml", "event_duplicate_url"),
                 "[\"tcp://cp-w2.internal:5675\"]\n");
        QCOMPARE(lineOf(analysis, "api-manager/cp-w2/deployment.toml", "event_duplicate_url"),
                 "[\"tcp://cp-w.internal:5675\"]\n");
        QCOMPARE(lineOf(analysis, "api-manager/cp-e/deployment.toml", "event_duplicate_url"), "");
        QCOMPARE(lineOf(analysis, "api-manager/tm-e/deployment.toml", "event_duplicate_url"),
                 "[\"tcp://tm-e2.internal:5675\"]\n");
    }

    void withOneStoreOfCountersThereIsOneGroup() {
        const Analysis analysis = deployed(std::string(replicated) + "shared_counters = true\n");
        QCOMPARE(lineOf(analysis, "api-manager/gw-e/deployment.toml", "traffic_manager_urls"),
                 "[\"tcp://tm-e.internal:9614\", \"tcp://tm-e2.internal:9614\"]\n");
        QVERIFY(
            textOf(analysis, "api-manager/tm-e/deployment.toml").contains("\nhost = \"redis-w.internal\"\n"));
    }

    void earlierReleasesStartWithProfiles() {
        const Analysis analysis = deployed(std::string(replicated) + "[profile]\napi_manager = \"4.4.0\"\n");
        QVERIFY(textOf(analysis, "api-manager/gw-w/wso2-gw-w.service")
                    .contains("bin/api-manager.sh -Dprofile=gateway-worker\n"));
        QCOMPARE(lineOf(analysis, "api-manager/gw-w/deployment.toml", "server_role"), "\"gateway-worker\"\n");
        QVERIFY(
            textOf(deployed(replicated), "api-manager/gw-w/wso2-gw-w.service").contains("bin/gateway.sh\n"));
    }

    void noPasswordIsWritten() {
        const Analysis analysis = deployed(replicated);
        static const QRegularExpression literal("\n(password|key_password|key) = \"[^$]");
        for (const Artifact& artifact : analysis.artifacts)
            if (artifact.path.ends_with("deployment.toml"))
                QVERIFY2(!QString::fromStdString(artifact.text).contains(literal), artifact.path.c_str());
    }

private:
    static void deployments() {
        QTest::addColumn<QByteArray>("settings");
        QTest::newRow("replicated databases") << QByteArray(replicated);
        QTest::newRow("central control plane") << QByteArray(central);
        QTest::newRow("shared counters") << QByteArray(replicated) + "shared_counters = true\n";
    }
};

ARABESQUE_TEST(ApiManagerAddressesTest)
#include "api_manager_addresses_test.moc"
