#include "core/import/guide_form.h"
#include "core/import/read_lines.h"
#include "core/schema/quantity.h"

#include <algorithm>
#include <array>
#include <functional>

// Forms of Kubernetes objects (topologies.md, sections 4.4 and 4.5).

namespace arabesque {

namespace {

using Visit = std::function<void(const TreeNode& workload, const TreeNode& container)>;

void eachContainer(const ImportedFile& file, const Visit& visit) {
    if (file.kind != ImportKind::Kubernetes) return;
    for (const TreeNode& document : file.documents)
        if (const TreeNode* containers = document.at({"spec", "template", "spec", "containers"}))
            for (const TreeNode& container : containers->children) visit(document, container);
}

/// Whether a container runs the Micro Integrator: by its image, or by ports that only it has (topologies.md, 1.2).
bool isMicroIntegrator(const TreeNode& container) {
    if (container.textOf("image").contains("wso2mi") ||
        container.textOf("image").contains("micro-integrator"))
        return true;
    const TreeNode* ports = container.find("ports");
    return ports != nullptr && std::ranges::any_of(ports->children, [](const TreeNode& port) {
               const std::string_view number = port.textOf("containerPort");
               return number == "8290" || number == "8253" || number == "9164";
           });
}

void checkProbes(const ImportedFile& file, GuideFindings& findings) {
    eachContainer(file, [&](const TreeNode&, const TreeNode& container) {
        if (!isMicroIntegrator(container)) return;
        for (const char* name : {"livenessProbe", "readinessProbe", "startupProbe"}) {
            const TreeNode* get = container.at({name, "httpGet"});
            if (get == nullptr) continue;
            std::vector<Change> changes;
            if (const TreeNode* path = get->find("path"); path != nullptr && path->text == "/readiness")
                changes.push_back(findings.change(path->range, "/healthz"));
            if (const TreeNode* port = get->find("port"); port != nullptr && port->text == "9164")
                changes.push_back(findings.change(port->range, "9201"));
            if (changes.empty()) continue;
            findings.atLine(
                get->line,
                {MESSAGE("import",
                         "The Micro Integrator answers /healthz and /liveness on 9201: /readiness does "
                         "not exist, and 9164 speaks HTTPS to whoever manages it")},
                {MESSAGE("import", "/healthz (readiness) and /liveness on port 9201")}, std::move(changes));
        }
    });
}

/// The lines of an element of a block list.
ByteRange linesOfElement(const TreeNode& list, std::size_t number, const ImportedFile& file) {
    const auto lines = linesOf(file.text);
    const auto offsetOf = [&](std::uint32_t line) {
        return line > lines.size() ? file.text.size()
                                   : static_cast<std::size_t>(lines[line - 1].data() - file.text.data());
    };
    const std::uint32_t first = list.children[number].children.front().line;
    std::uint32_t last = first;
    for (const TreeNode& each : list.children[number].children) last = std::max(last, each.line);
    return {offsetOf(first), offsetOf(last + 1)};
}

void checkService(const ImportedFile& file, GuideFindings& findings) {
    if (file.kind != ImportKind::Kubernetes) return;
    for (const TreeNode& document : file.documents) {
        const TreeNode* ports = document.at({"spec", "ports"});
        if (document.textOf("kind") != "Service" || ports == nullptr || ports->children.size() < 2) continue;
        const bool serves = std::ranges::any_of(ports->children, [](const TreeNode& each) {
            return each.textOf("port") != "9164" && each.textOf("port") != "9201";
        });
        for (std::size_t i = 0; serves && i < ports->children.size(); ++i)
            if (ports->children[i].textOf("port") == "9164")
                findings.atLine(
                    ports->children[i].children.front().line,
                    {MESSAGE("import",
                             "9164 is the management API: beside the traffic of clients it is open to "
                             "all of them")},
                    {MESSAGE("import", "A Service with 8290 and 8253 only; another one for whoever manages")},
                    {findings.change(linesOfElement(*ports, i, file), "")});
    }
}

/// Bytes of "-Xmx512m".
std::optional<double> heapIn(std::string_view options) {
    const std::size_t at = options.find("-Xmx");
    if (at == std::string_view::npos) return {};
    const std::string_view text = options.substr(at + 4, options.find_first_of(" \"'", at) - at - 4);
    const std::size_t digits = text.find_first_not_of("0123456789");
    if (digits == 0 || digits == std::string_view::npos) return {};
    const char unit = text[digits];
    constexpr double kibi = 1024;
    const double factor = unit == 'g' || unit == 'G'   ? kibi * kibi * kibi
                          : unit == 'm' || unit == 'M' ? kibi * kibi
                                                       : kibi;
    return std::stod(std::string(text.substr(0, std::min<std::size_t>(digits, 12)))) * factor;
}

void checkHeap(const ImportedFile& file, GuideFindings& findings) {
    eachContainer(file, [&](const TreeNode&, const TreeNode& container) {
        const TreeNode* limit = container.at({"resources", "limits", "memory"});
        const TreeNode* variables = container.find("env");
        if (limit == nullptr || variables == nullptr) return;
        const auto bytes = readQuantity(limit->text);
        for (const TreeNode& each : variables->children) {
            const auto heap = heapIn(each.textOf("value"));
            if (!heap || !bytes || *heap < *bytes) continue;
            const TreeNode& value = *each.find("value");
            const std::size_t at = file.text.find("-Xmx", value.range.begin);
            const std::size_t end = file.text.find_first_of(" \"'\n", at);
            constexpr double share = 0.75, mebi = 1024.0 * 1024.0;
            const std::string right =
                "-Xmx" + std::to_string(static_cast<std::int64_t>(*bytes * share / mebi)) + 'm';
            std::vector<Change> changes;
            if (!value.range.empty() && at != std::string::npos && at < value.range.end)
                changes.push_back(findings.change({at, end}, right));
            findings.atLine(
                value.line,
                {MESSAGE("import", "The heap may grow to the memory limit %1, and a JVM needs more than its "
                                   "heap: the container is killed under load"),
                 limit->text},
                {MESSAGE("import", "At most three quarters of the limit: %1"), right}, std::move(changes));
        }
    });
}

void checkGrace(const ImportedFile& file, GuideFindings& findings) {
    constexpr int stopTime = 180;   // server.gracefulShutdownTimeout
    eachContainer(file, [&](const TreeNode& workload, const TreeNode& container) {
        if (!isMicroIntegrator(container)) return;
        const TreeNode& pod = *workload.at({"spec", "template", "spec"});
        const TreeNode* period = pod.find("terminationGracePeriodSeconds");
        const auto seconds = period == nullptr ? std::nullopt : readQuantity(period->text);
        if (seconds && *seconds > stopTime) return;
        const TreeNode& containers = *pod.find("containers");
        const std::size_t line = file.text.rfind('\n', containers.keyRange.begin) + 1;
        const std::string indent(containers.keyRange.begin - line, ' ');
        const Change change =
            period != nullptr
                ? findings.change(period->range, "190")
                : findings.change({line, line}, indent + "terminationGracePeriodSeconds: 190\n");
        findings.atLine(
            period == nullptr ? containers.line : period->line,
            {MESSAGE("import",
                     "The Micro Integrator takes up to 180 s to finish what it has begun, and is killed "
                     "after %1 s"),
             period == nullptr ? std::string("30") : period->text},
            {MESSAGE("import", "terminationGracePeriodSeconds: 190")}, {change});
    });
}

void checkImage(const ImportedFile& file, GuideFindings& findings) {
    eachContainer(file, [&](const TreeNode&, const TreeNode& container) {
        const TreeNode* image = container.find("image");
        if (image == nullptr || image->text.contains('@')) return;
        const std::size_t colon = image->text.find(':', image->text.rfind('/') + 1);
        if (colon != std::string::npos && image->text.substr(colon) != ":latest") return;
        findings.atLine(
            image->line,
            {MESSAGE("import", "'%1' is another image tomorrow: pods that start later run something else"),
             image->text},
            {MESSAGE("import", "A version or a digest: %1:1.0.0"), image->text.substr(0, colon)});
    });
}

}

extern const GuideForm micro_integrator_probes{
    .id = "micro-integrator-probes",
    .severity = Severity::Error,
    .file = "mi.yaml",
    .source = "4.4",
    .check = checkProbes,
    .wrong = "apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      "
             "terminationGracePeriodSeconds: 190\n"
             "      containers:\n      - name: mi\n        image: acme/wso2mi:1.0\n        readinessProbe:\n"
             "          httpGet:\n            path: /readiness\n            port: 9164\n",
    .right = "apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      "
             "terminationGracePeriodSeconds: 190\n"
             "      containers:\n      - name: mi\n        image: acme/wso2mi:1.0\n        readinessProbe:\n"
             "          httpGet:\n            path: /healthz\n            port: 9201\n"};

extern const GuideForm management_port_on_service{
    .id = "management-port-on-service",
    .severity = Severity::Error,
    .file = "mi.yaml",
    .source = "4.4",
    .check = checkService,
    .wrong =
        "apiVersion: v1\nkind: Service\nspec:\n  ports:\n  - port: 8290\n    name: http\n  - port: 9164\n"
        "    targetPort: 9164\n    name: management\n",
    .right = "apiVersion: v1\nkind: Service\nspec:\n  ports:\n  - port: 8290\n    name: http\n"};

extern const GuideForm heap_of_the_whole_limit{
    .id = "heap-of-the-whole-limit",
    .severity = Severity::Error,
    .file = "app.yaml",
    .source = "5.1",
    .check = checkHeap,
    .wrong = "apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n      "
             "- name: a\n"
             "        env:\n        - name: JAVA_OPTS\n          value: \"-Xms512m -Xmx1024m\"\n        "
             "resources:\n"
             "          limits:\n            memory: 1Gi\n",
    .right = "apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n      "
             "- name: a\n"
             "        env:\n        - name: JAVA_OPTS\n          value: \"-Xms512m -Xmx768m\"\n        "
             "resources:\n"
             "          limits:\n            memory: 1Gi\n"};

extern const GuideForm micro_integrator_grace_period{
    .id = "micro-integrator-grace-period",
    .severity = Severity::Error,
    .file = "mi.yaml",
    .source = "4.4",
    .check = checkGrace,
    .wrong = "apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n      "
             "- name: mi\n"
             "        image: acme/wso2mi:1.0\n",
    .right = "apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      "
             "terminationGracePeriodSeconds: 190\n"
             "      containers:\n      - name: mi\n        image: acme/wso2mi:1.0\n"};

extern const GuideForm image_that_moves{.id = "image-that-moves",
                                        .severity = Severity::Warning,
                                        .file = "app.yaml",
                                        .source = "4.5",
                                        .check = checkImage,
                                        .wrong = "apiVersion: apps/v1\nkind: Deployment\nspec:\n  "
                                                 "template:\n    spec:\n      containers:\n      - name: a\n"
                                                 "        image: registry.example.com/app:latest\n",
                                        .right = "apiVersion: apps/v1\nkind: Deployment\nspec:\n  "
                                                 "template:\n    spec:\n      containers:\n      - name: a\n"
                                                 "        image: registry.example.com/app:1.0.0\n"};

}
