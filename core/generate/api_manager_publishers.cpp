#include "core/generate/api_manager_machine.h"

#include "core/generate/plain_text.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

/// A stream of events and the topic of it (WSO2 API Manager 4.7, multi data centre deployment pattern 1).
struct Publisher {
    std::string_view name, stream, topic;
    bool webhooks = false;
};
constexpr std::array<Publisher, 5> publishers{{
    {"notificationJMSPublisher", "org.wso2.apimgt.notification.stream", "notification"},
    {"tokenRevocationJMSPublisher", "org.wso2.apimgt.token.revocation.stream", "tokenRevocation"},
    {"keymgtEventJMSEventPublisher", "org.wso2.apimgt.keymgt.stream", "keyManager"},
    {"blockingEventJMSPublisher", "org.wso2.blocking.request.stream", "throttleData"},
    {"asyncWebhooksEventPublisher", "org.wso2.apimgt.webhooks.request.stream", "asyncWebhooksData", true},
}};

/// One hub of another region, under a name that files can have: each is told by itself.
struct Hub {
    std::size_t node = 0;
    std::string name;
};

class PublisherFiles {
public:
    PublisherFiles(const ApiManagerServer& server, const Hub& hub)
        : m_server(server),
          m_hub(hub),
          m_reasons(
              joined(server.reasons("WSO2 API Manager 4.7, multi data centre deployment pattern 1"),
                     joined(server.instance.otherRegions.origins,
                            joined(reasonsOf(server.topology, deploymentToml().apiManager.eventPublishers),
                                   joined(reasonsOf(server.topology, deploymentToml().apiManager.webSub),
                                          server.topology.nodes[hub.node].name.origins))))) {}

    void addTo(Artifacts& files) const {
        const bool webhooks = *m_server.topology.value(deploymentToml().apiManager.webSub);
        files.push_back(address(webhooks));
        for (const Publisher& each : publishers)
            if (!each.webhooks || webhooks) files.push_back(publisher(each));
    }

private:
    [[nodiscard]] std::string properties() const { return "jndi-" + m_hub.name + ".properties"; }

    /// The password is filled in on the machine.
    [[nodiscard]] Artifact address(bool webhooks) const {
        TextWriter writer(m_server.path("conf/" + properties() + ".template"), "api-manager", m_reasons);
        const auto admin = m_server.topology.value(deploymentToml().apiManager.admin);
        const auto hub = apiManagerAddress(m_server.topology, m_hub.node, ApiManagerPorts::broker).url("tcp");
        const bool plain = hasOnly(*admin, "-_") && hasOnly(*hub, "-_.:/[]");
        writer.line("# Hub of another region. Scripts fill in the password, percent-encoded, where "
                    "@PASSWORD@ stands.",
                    Origins());
        writer.line("connectionfactory.TopicConnectionFactory = amqp://" + (plain ? *admin : "admin") +
                        ":@PASSWORD@@clientid/carbon?brokerlist='" + (plain ? *hub : "") + '\'',
                    joined(admin.origins, hub.origins));
        for (const Publisher& each : publishers)
            if (!each.webhooks || webhooks)
                writer.line("topic." + std::string(each.topic) + " = " + std::string(each.topic), Origins());
        return std::move(writer).take();
    }

    [[nodiscard]] Artifact publisher(const Publisher& each) const {
        const std::string name = std::string(each.name) + '-' + m_hub.name;
        TextWriter writer(m_server.path("eventpublishers/" + name + ".xml"), "api-manager", m_reasons);
        const auto line = [&](const std::string& text) { writer.line(text, Origins()); };
        const auto property = [&](const std::string& key, const std::string& value) {
            line("        <property name=\"" + key + "\">" + value + "</property>");
        };
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line("<eventPublisher name=\"" + name +
             "\" statistics=\"disable\" trace=\"disable\" xmlns=\"http://wso2.org/carbon/eventpublisher\">");
        line("    <from streamName=\"" + std::string(each.stream) + "\" version=\"1.0.0\"/>");
        line("    <mapping customMapping=\"disable\" type=\"json\"/>");
        line("    <to eventAdapterType=\"jms\">");
        property("java.naming.factory.initial", "org.wso2.andes.jndi.PropertiesFileInitialContextFactory");
        property("java.naming.provider.url", "repository/conf/" + properties());
        property("transport.jms.DestinationType", "topic");
        property("transport.jms.Destination", std::string(each.topic));
        property("transport.jms.ConcurrentPublishers", "allow");
        property("transport.jms.ConnectionFactoryJNDIName", "TopicConnectionFactory");
        line("    </to>");
        line("</eventPublisher>");
        return std::move(writer).take();
    }

    const ApiManagerServer& m_server;
    const Hub& m_hub;
    Origins m_reasons;
};

}

Artifacts apiManagerPublishersOf(const ApiManagerServer& server) {
    Artifacts files;
    if (!*server.topology.value(deploymentToml().apiManager.eventPublishers)) return files;
    for (const std::size_t number : server.instance.otherRegions.numbers) {
        const Hub hub{number, *server.topology.nodes[number].name};
        if (isFileName(hub.name)) PublisherFiles(server, hub).addTo(files);
    }
    return files;
}

}
