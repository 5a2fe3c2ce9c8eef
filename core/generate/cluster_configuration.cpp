#include "core/generate/cluster_objects.h"

#include "core/model/delivered_configuration.h"
#include "core/model/mounted_files.h"
#include "core/model/secret_values.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr const char* openFolder = "/home/ballerina/environment/";
constexpr const char* secretFolder = "/home/ballerina/environment-secrets/";

const auto& keys() {
    return deploymentToml().kubernetes;
}

bool isFrom(const ConfigObject::Entry& entry, std::string_view file) {
    return std::ranges::any_of(entry.origins, [&](const Origin& origin) {
        return origin.kind() == Origin::Kind::File &&
               (origin.key() == file || origin.key() == "./" + std::string(file));
    });
}

const ConfigObject* configOf(const Workload& workload, const ClusterObject& object, bool secret) {
    const auto found = std::ranges::find_if(workload.configs, [&](const ConfigObject& each) {
        return each.secret == secret && *each.name == object.name();
    });
    return found == workload.configs.end() ? nullptr : &*found;
}

class Configurator {
public:
    Configurator(Cluster& cluster, const ClusterPlace& place, const ballerina::PackageFacts& facts)
        : m_cluster(cluster), m_place(place), m_facts(facts) {}

    void run() {
        takeSecrets();
        for (ClusterObject& object : m_cluster.objects)
            if (const ConfigObject* config = configOf(workload(), object, false);
                config != nullptr && object.kind() == "ConfigMap" && config->ballerinaConfig)
                open(object.document, *config);
        if (Sourced<std::string> text = unmounted(); !text->empty()) mountConfiguration(text);
        if (!m_secrets.empty()) mountSecrets();
    }

private:
    [[nodiscard]] const Workload& workload() const { return m_place.workload(); }
    [[nodiscard]] const Deployment& deployment() const { return *m_place.deployment; }

    /// Secrets of code-to-cloud hold what no repository should: a store brings them, or somebody fills them in.
    void takeSecrets() {
        std::vector<SecretToFillIn> secrets;
        std::erase_if(m_cluster.objects, [&](const ClusterObject& object) {
            if (object.kind() != "Secret") return false;
            SecretToFillIn secret;
            for (const ConfigObject& config : workload().configs) {
                if (!config.secret || *config.name != object.name()) continue;
                secret.name = config.name;
                for (const ConfigObject::Entry& entry : config.entries)
                    secret.notes.emplace_back(entry.key, Sourced<std::string>{noteOf(entry), entry.origins});
            }
            if (!secret.notes.empty()) secrets.push_back(std::move(secret));
            return true;
        });
        for (SecretToFillIn& secret : secrets) add(std::move(secret));
    }

    [[nodiscard]] std::string noteOf(const ConfigObject::Entry& entry) const {
        const Configuration& configuration = deployment().configuration;
        if (configuration.document && isFrom(entry, *configuration.path))
            return withoutSecrets(configuration.document->text());
        return "fill in: the content of " + entry.key + "\n";
    }

    void add(SecretToFillIn secret) {
        const auto store = m_place.topology().value(keys().secretStore);
        if (!store->empty()) {
            m_cluster.objects.push_back({externalSecret(secret, store)});
            return;
        }
        secret.name.origins = joined(std::move(secret.name.origins), store.origins);
        m_cluster.secrets.push_back(std::move(secret));
    }

    /// What the store calls the entry.
    [[nodiscard]] Sourced<std::string> storePath() const {
        auto written = m_place.topology().value(keys().secretKey);
        if (!written->empty()) return written;
        Sourced<std::string> path{*deployment().package,
                                  joined(deployment().package.origins, written.origins)};
        const std::optional<Environment>& environment = deployment().environment;
        if (!environment) return path;
        path.value += '/' + *environment->name;
        path.origins = joined(std::move(path.origins), environment->name.origins);
        return path;
    }

    [[nodiscard]] Yaml externalSecret(const SecretToFillIn& secret, const Sourced<std::string>& store) const {
        const Topology& topology = m_place.topology();
        Yaml data = Yaml::list();
        Origins because = joined({layout("External Secrets Operator, ExternalSecret")}, store.origins);
        for (const auto& [key, note] : secret.notes) {
            because = joined(std::move(because), note.origins);
            const Sourced<std::string> name{key, note.origins};
            Yaml remote = Yaml::map();
            remote.set("key", storePath()).set("property", name);
            Yaml item = Yaml::map();
            item.set("remoteRef", std::move(remote)).set("secretKey", name);
            data.add(std::move(item).because(note.origins));
        }
        const auto refresh = topology.value(keys().secretRefresh);
        Yaml reference = Yaml::map();
        reference.set("kind", topology.value(keys().secretStoreKind)).set("name", store);
        Yaml spec = Yaml::map();
        spec.set("data", std::move(data).because(store.origins))
            .set("refreshInterval", Sourced<std::string>{toText(*refresh), refresh.origins})
            .set("secretStoreRef", std::move(reference))
            .set("target", Yaml::map().set("name", secret.name));
        Yaml document = Yaml::map();
        document.set("apiVersion", "external-secrets.io/v1")
            .set("kind", "ExternalSecret")
            .set("metadata", Yaml::map().set("name", secret.name))
            .set("spec", std::move(spec));
        return std::move(document).because(because);
    }

    /// Takes the secrets out of a text, for a Secret of their own.
    Sourced<std::string> opened(std::string_view text, Origins origins) {
        // which variables are the program's own follows from its name
        origins = joined(joined(std::move(origins), deployment().organisation.origins),
                         deployment().package.origins);
        const ConfiguredProgram program{
            .facts = m_facts, .organisation = *deployment().organisation, .package = *deployment().package};
        DeliveredConfiguration delivery =
            deliveredConfigurationOf(program, toml::Document(std::string(text)), SecretsGo::IntoFile);
        if (!delivery.secrets.empty()) {
            const std::string number = m_secrets.empty() ? "" : std::to_string(m_secrets.size() + 1);
            m_secrets.emplace_back("secrets" + number + ".toml",
                                   Sourced<std::string>{std::move(delivery.secrets), origins});
        }
        return {std::move(delivery.settings), std::move(origins)};
    }

    void open(Yaml& map, const ConfigObject& config) {
        for (const ConfigObject::Entry& entry : config.entries)
            if (entry.key.ends_with(".toml"))
                map.at("data").put(entry.key, opened(entry.bytes, entry.origins));
    }

    /// The configuration of an environment that neither Cloud.toml nor the image brings to the program.
    [[nodiscard]] Sourced<std::string> unmounted() const {
        const Configuration& configuration = deployment().configuration;
        const std::optional<Environment>& environment = deployment().environment;
        if (!environment || !configuration.document) return {};
        for (const MountedConfig& mounted : mountedConfigs(workload()))
            if (isFrom(*mounted.entry, *configuration.path)) return {};
        for (const CopiedFile& copy : workload().copies)
            if (*copy.source == "Config.toml") return {};
        Origins because = joined(environment->name.origins, configuration.path.origins);
        because.push_back({Origin::Kind::File, "", *configuration.path, {}});
        return {std::string(configuration.document->text()), std::move(because)};
    }

    [[nodiscard]] Sourced<std::string> objectName(const char* ending, const Origins& because) const {
        return {*workload().objectName + ending, joined(workload().objectName.origins, because)};
    }

    void mountConfiguration(const Sourced<std::string>& text) {
        const Sourced<std::string> open = opened(*text, text.origins);
        const Sourced<std::string> name = objectName("-config", text.origins);
        Yaml document = Yaml::map();
        document.set("apiVersion", "v1")
            .set("kind", "ConfigMap")
            .set("metadata", Yaml::map().set("name", name))
            .set("data", Yaml::map().set("Config.toml", open));
        m_cluster.objects.push_back(
            {std::move(document).because(joined({layout("Kubernetes API, ConfigMap")}, text.origins))});
        Yaml volume = Yaml::map();
        volume.set("configMap", Yaml::map().set("name", name)).set("name", "environment");
        mount(std::move(volume), "environment", openFolder, text.origins);
        readAlso(std::string(openFolder) + "Config.toml:", text.origins, false);
    }

    void mountSecrets() {
        Origins because;
        for (const auto& [key, text] : m_secrets) because = joined(std::move(because), text.origins);
        const Sourced<std::string> name = objectName("-config-secrets", because);
        Yaml volume = Yaml::map();
        volume.set("name", "environment-secrets").set("secret", Yaml::map().set("secretName", name));
        mount(std::move(volume), "environment-secrets", secretFolder, because);
        // what stays in the configuration beside a secret may be a note: the first file wins
        for (const auto& [key, text] : m_secrets) readAlso(secretFolder + key + ':', text.origins, true);
        add({.name = name, .notes = std::move(m_secrets)});
    }

    [[nodiscard]] Yaml& pod() {
        const auto object = std::ranges::find_if(m_cluster.objects, [](const ClusterObject& each) {
            return each.kind() == "Deployment" || each.kind() == "Job" || each.kind() == "CronJob";
        });
        return podOf(object->document);
    }
    [[nodiscard]] Yaml& container() { return pod().at("containers").element(0); }

    void mount(Yaml volume, const char* name, const char* folder, const Origins& because) {
        Yaml item = Yaml::map();
        item.set("mountPath", folder).set("name", name).set("readOnly", true);
        container().listAt("volumeMounts").add(std::move(item).because(because));
        pod().listAt("volumes").add(std::move(volume).because(because));
    }

    /// Lets the runtime read one more file, before or behind those it reads already.
    void readAlso(const std::string& path, const Origins& because, bool first) {
        Yaml& variables = container().listAt("env");
        for (std::size_t i = 0; i < variables.members().size(); ++i) {
            Yaml& variable = variables.element(i);
            const Yaml* value = variable.find("value");
            if (variable.at("name").text() != "BAL_CONFIG_FILES" || value == nullptr) continue;
            variable.put("value", Sourced<std::string>{first ? path + value->text() : value->text() + path,
                                                       joined(value->origins(), because)});
            return;
        }
        Sourced<std::string> value{path, because};
        for (const ConfigObject& config : workload().configs)   // those whose file is missing
            if (config.ballerinaConfig) value.origins = joined(std::move(value.origins), config.files);
        Yaml variable = Yaml::map();
        variable.set("name", "BAL_CONFIG_FILES").set("value", value);
        variables.add(std::move(variable).because(value.origins));
    }

    Cluster& m_cluster;
    const ClusterPlace& m_place;
    const ballerina::PackageFacts& m_facts;
    std::vector<std::pair<std::string, Sourced<std::string>>> m_secrets;   ///< files by name
};

}

void addConfiguration(Cluster& cluster, const ClusterPlace& place, const ballerina::PackageFacts& facts) {
    Configurator(cluster, place, facts).run();
}

}
