#include "core/import/take_kubernetes.h"

#include "core/import/take_others.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

bool runsPods(const TreeNode& document) {
    constexpr std::array<std::string_view, 3> kinds{"Deployment", "StatefulSet", "DaemonSet"};
    return std::ranges::contains(kinds, document.textOf("kind"));
}

std::string nameOf(const TreeNode& document) {
    const TreeNode* name = document.at({"metadata", "name"});
    return name == nullptr ? std::string() : name->text;
}

std::string rootOf(const TreeNode& document) {
    return std::string(document.textOf("kind")) + '[' + nameOf(document) + ']';
}

/// Whether every label of a selector is one of the pods'.
bool selects(const TreeNode* selector, const TreeNode* labels) {
    if (selector == nullptr || labels == nullptr) return true;
    return std::ranges::all_of(selector->children,
                               [&](const TreeNode& each) { return labels->textOf(each.key) == each.text; });
}

class Taker {
public:
    Taker(const ImportedFile& file, Proposals& proposals) : m_file(file), m_proposals(proposals) {}

    std::vector<ImportedValue> run() {
        chooseProgram();
        target();
        for (const TreeNode& document : m_file.documents) take(document);
        std::vector<ImportedValue> left;
        std::ranges::copy_if(m_file.values, std::back_inserter(left), [&](const ImportedValue& each) {
            return std::ranges::none_of(
                m_taken, [&](const std::string& prefix) { return each.path.starts_with(prefix); });
        });
        return left;
    }

private:
    [[nodiscard]] const Analysis& analysis() const { return m_proposals.analysis(); }
    [[nodiscard]] const Workload& workload() const { return analysis().deployment.workload; }

    /// The Deployment that is called like this program's, else the first.
    void chooseProgram() {
        for (const TreeNode& document : m_file.documents) {
            if (!runsPods(document)) continue;
            const std::string name = nameOf(document);
            if (m_program == nullptr || name == *workload().objectName || name == *workload().name)
                m_program = &document;
        }
        if (m_program != nullptr) m_labels = m_program->at({"spec", "template", "metadata", "labels"});
    }

    void target() {
        if (analysis().deployment.makesKubernetes() || m_program == nullptr) return;
        static_cast<void>(m_proposals.set("Ballerina.toml", "build-options.cloud", "k8s", m_program->line));
    }

    void take(const TreeNode& document) {
        const std::string_view kind = document.textOf("kind");
        if (isOfAnother(document)) return other(document);
        if (&document == m_program) program(document);
        if (kind == "ConfigMap") configMap(document);
        if (kind == "Secret") secret(document);
        if (kind == "Ingress" || kind == "HTTPRoute") route(document);
        if (kind == "Service") ports(document);
        if (!isKnown(kind)) unknown(document);
    }

    static bool isKnown(std::string_view kind) {
        constexpr std::array<std::string_view, 14> kinds{"Deployment",
                                                         "StatefulSet",
                                                         "DaemonSet",
                                                         "ConfigMap",
                                                         "Secret",
                                                         "Ingress",
                                                         "HTTPRoute",
                                                         "Service",
                                                         "HorizontalPodAutoscaler",
                                                         "PodDisruptionBudget",
                                                         "NetworkPolicy",
                                                         "Namespace",
                                                         "Job",
                                                         "CronJob"};
        return std::ranges::contains(kinds, kind);
    }

    [[nodiscard]] bool isOfAnother(const TreeNode& document) const {
        if (m_program == nullptr || &document == m_program) return false;
        if (runsPods(document)) return true;
        if (document.textOf("kind") == "Service")
            return !selects(document.at({"spec", "selector"}), m_labels);
        const TreeNode* scaled = document.at({"spec", "scaleTargetRef", "name"});
        return scaled != nullptr && scaled->text != nameOf(*m_program);
    }

    void other(const TreeNode& document) {
        m_taken.push_back(rootOf(document) + '.');
        m_proposals.notUnderstood(
            rootOf(document), document.line,
            {MESSAGE("import", "it belongs to another program than %1: import it into that one's project"),
             nameOf(*m_program)});
    }

    void unknown(const TreeNode& document) {
        m_taken.push_back(rootOf(document) + '.');
        m_proposals.notUnderstood(rootOf(document), document.line,
                                  {MESSAGE("import", "no setting makes an object of this kind")});
    }

    void program(const TreeNode& document) {
        if (const TreeNode* replicas = document.at({"spec", "replicas"})) copies(*replicas);
        m_taken.push_back(rootOf(document) + ".spec.replicas");
        const TreeNode* containers = document.at({"spec", "template", "spec", "containers"});
        if (containers == nullptr) return;
        for (const TreeNode& container : containers->children) {
            const std::string path = rootOf(document) + ".spec.template.spec.containers[" +
                                     std::string(container.textOf("name")) + "].";
            if (const TreeNode* variables = container.find("env"))
                for (const TreeNode& each : variables->children) variable(each, path);
            m_taken.push_back(path + "env[");
            if (const TreeNode* open = container.find("ports"))
                for (const TreeNode& each : open->children) port(each, path);
            m_taken.push_back(path + "ports[");
        }
    }

    /// A HorizontalPodAutoscaler decides on its own, and code-to-cloud always writes one replica beside it.
    void copies(const TreeNode& replicas) {
        const bool scaled = std::ranges::any_of(m_file.documents, [](const TreeNode& each) {
            return each.textOf("kind") == "HorizontalPodAutoscaler";
        });
        if (scaled) return;
        const auto nodes = analysis().deployment.topology.nodesOf("service");
        if (nodes.size() > 1) {
            m_proposals.notUnderstood(
                "spec.replicas", replicas.line,
                {MESSAGE("import", "the project has several nodes of this program: set `replicas` of one")});
        } else if (!nodes.empty()) {
            static_cast<void>(m_proposals.set("Deployment.toml",
                                              "node[" + std::to_string(nodes.front()) + "].replicas",
                                              replicas.text, replicas.line));
        } else if (replicas.text != "1") {
            m_proposals.append("node",
                               {{"name", *workload().name}, {"role", "service"}, {"replicas", replicas.text}},
                               "service, " + replicas.text, replicas.line);
        }
    }

    void variable(const TreeNode& each, const std::string& path) {
        const std::string name(each.textOf("name"));
        for (const bool secret : {false, true}) {
            const TreeNode* reference = each.at({"valueFrom", secret ? "secretKeyRef" : "configMapKeyRef"});
            if (reference != nullptr) return fromObject(each, name, *reference, secret);
        }
        if (name == "BAL_CONFIG_FILES") return;   // follows from the files that are mounted
        if (name.starts_with("BAL_CONFIG_VAR_"))
            return takeVariable({name, std::string(each.textOf("value")), each.line, {}}, m_proposals);
        m_proposals.notUnderstood(
            path + "env[" + name + ']', each.line,
            {MESSAGE("import",
                     "code-to-cloud takes variables from ConfigMaps and Secrets only: put it into one and "
                     "name that in [[cloud.config.envs]]")});
    }

    void fromObject(const TreeNode& each, const std::string& name, const TreeNode& reference, bool secret) {
        const bool known = std::ranges::any_of(workload().environment, [&](const EnvironmentReference& one) {
            return *one.name == name || (one.name->empty() && *one.key == name);
        });
        if (known) return;
        m_proposals.append(secret ? "cloud.secret.envs" : "cloud.config.envs",
                           {{"name", name},
                            {"key_ref", std::string(reference.textOf("key"))},
                            {secret ? "secret_name" : "config_name", std::string(reference.textOf("name"))}},
                           name, each.line);
    }

    void port(const TreeNode& each, const std::string& path) {
        const std::string_view number = each.textOf("containerPort");
        const bool served = std::ranges::any_of(workload().everyPort, [&](const Sourced<std::int64_t>& one) {
            return std::to_string(*one) == number;
        });
        if (!served)
            m_proposals.notUnderstood(
                path + "ports[" + std::string(number) + ']', each.line,
                {MESSAGE("import", "no listener of the program has port %1"), std::string(number)});
    }

    /// Targets are the program's ports; code-to-cloud's Service has the same ones.
    void ports(const TreeNode& document) {
        m_taken.push_back(rootOf(document) + ".spec.ports[");
        const TreeNode* all = document.at({"spec", "ports"});
        if (all == nullptr) return;
        for (const TreeNode& each : all->children)
            if (const std::string_view to = each.textOf("targetPort");
                !to.empty() && to != each.textOf("port"))
                m_proposals.notUnderstood(
                    rootOf(document) + ".spec.ports", each.line,
                    {MESSAGE("import",
                             "the Service has port %1 for %2 of the program; code-to-cloud keeps the "
                             "program's port"),
                     std::string(each.textOf("port")), std::string(to)});
    }

    void configMap(const TreeNode& document) {
        m_taken.push_back(rootOf(document) + ".data");
        const TreeNode* data = document.find("data");
        if (data == nullptr) return;
        for (const TreeNode& each : data->children) {
            if (!each.key.ends_with(".toml")) {
                m_proposals.notUnderstood(
                    rootOf(document) + ".data." + each.key, each.line,
                    {MESSAGE("import", "put it into a file of the project and name that "
                                       "in [[cloud.config.maps]]")});
            } else {
                takeConfiguration(toml::Document(each.text), each.line, m_proposals);
            }
        }
    }

    void secret(const TreeNode& document) {
        m_taken.push_back(rootOf(document) + '.');
        m_proposals.notUnderstood(
            rootOf(document), document.line,
            {MESSAGE("import", "secrets are not taken over: name it in [[cloud.secret.envs]] or "
                               "[[cloud.secret.files]]")});
    }

    void route(const TreeNode& document) {
        const std::string path = rootOf(document) + ".metadata.annotations.";
        m_taken.push_back(rootOf(document) + ".metadata.annotations");
        m_taken.push_back(rootOf(document) + ".spec.rules[");
        rules(document);
        const TreeNode* annotations = document.at({"metadata", "annotations"});
        if (annotations == nullptr) return;
        for (const TreeNode& each : annotations->children) annotation(each);
    }

    void annotation(const TreeNode& each) {
        if (each.key.starts_with("kubectl.kubernetes.io/")) return;
        toml::Path path{"kubernetes", "route", "annotations", each.key};
        const auto now = settingNow(analysis(), "Deployment.toml", toml::toText(path));
        if (now && now->text == each.text) return;
        m_proposals.take({.document = "Deployment.toml",
                          .path = std::move(path),
                          .value = toml::quoted(each.text),
                          .now = now ? now->text : std::string(),
                          .there = each.text,
                          .line = each.line});
    }

    /// Host, path and port of an Ingress or HTTPRoute; one of each is what a route here has.
    void rules(const TreeNode& document) {
        const TreeNode* all = document.at({"spec", "rules"});
        if (all == nullptr) return;
        for (const TreeNode& rule : all->children) {
            one("kubernetes.route.host", rule.find("host"));
            if (const TreeNode* paths = rule.at({"http", "paths"}))
                for (const TreeNode& each : paths->children) {
                    one("kubernetes.route.path", each.find("path"));
                    one("kubernetes.route.port", each.at({"backend", "service", "port", "number"}));
                }
            if (const TreeNode* matches = rule.find("matches"))
                for (const TreeNode& each : matches->children)
                    one("kubernetes.route.path", each.at({"path", "value"}));
        }
    }

    void one(const char* setting, const TreeNode* there) {
        if (there == nullptr) return;
        const bool isPort = std::string_view(setting).ends_with("port");
        if (isPort && std::ranges::any_of(workload().everyPort, [&](const Sourced<std::int64_t>& each) {
                return std::to_string(*each) == there->text;
            }))
            return;
        const auto outcome = m_proposals.set("Deployment.toml", setting, there->text, there->line);
        if (outcome == Proposals::Outcome::Disagrees)
            m_proposals.notUnderstood(setting, there->line,
                                      {MESSAGE("import", "a route has one of these, and the file has another "
                                                         "one before: '%1'"),
                                       there->text});
    }

    const ImportedFile& m_file;
    Proposals& m_proposals;
    const TreeNode* m_program = nullptr;
    const TreeNode* m_labels = nullptr;
    std::vector<std::string> m_taken{};
};

}

std::vector<ImportedValue> takeKubernetes(const ImportedFile& file, Proposals& proposals) {
    return Taker(file, proposals).run();
}

}
