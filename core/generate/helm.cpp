#include "core/generate/helm_text.h"
#include "core/generate/helm_values.h"
#include "core/generate/plain_text.h"
#include "core/generate/yaml_difference.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr const char* id = "helm";

/// Helm takes versions as SemVer 2 writes them, which is how packages are to be numbered.
bool isVersion(std::string_view text) {
    const std::size_t numbers = text.find_first_not_of("0123456789.");
    const std::string_view core = text.substr(0, numbers);
    const bool three = std::ranges::count(core, '.') == 2 && !core.starts_with('.') && !core.ends_with('.') &&
                       !core.contains("..");
    return three && hasOnly(text, ".-+") && (numbers == std::string_view::npos || text[numbers] == '-');
}

class ChartWriter {
public:
    explicit ChartWriter(const Design& design)
        : m_design(design),
          m_name(fileStemOf(design.deployment)),
          m_because(joined(joined({layout("Helm, charts")}, design.deployment.workload.name.origins),
                           design.deployment.cloud.origins)) {}

    Artifacts run() {
        description();
        const ClusterPlace usual = usualPlaceOf(m_design);
        const Yaml values = chartValues(usual, m_design.facts);
        writeYaml("values.yaml", values, usual.reasons);
        schema(values);
        const Workload& workload = m_design.deployment.workload;
        for (const ChartFile& file :
             workload.isTask() ? chartOfJob(workload.kind == Workload::Kind::CronJob) : chartOfService())
            writeText(file.path, file.text);
        for (const ClusterPlace& place : clusterPlacesOf(m_design)) {
            if (*place.name == "default") continue;
            const Origins because =
                joined(joined(place.name.origins, place.deployment->cloud.origins), place.reasons);
            Yaml difference = mergePatch(values, chartValues(place, m_design.facts), because);
            writeYaml("values-" + *place.name + ".yaml", difference, because);
        }
        return std::move(m_files);
    }

private:
    void description() {
        const Deployment& deployment = m_design.deployment;
        const Sourced<std::string>& version = deployment.version;
        Yaml chart = Yaml::map();
        chart.set("apiVersion", "v2")
            .set("name", Sourced<std::string>{m_name, deployment.workload.name.origins})
            .set("description",
                 Sourced<std::string>{*deployment.package + " on Kubernetes", deployment.package.origins})
            .set("type", "application")
            .set("version", Sourced<std::string>{isVersion(*version) ? *version : "0.1.0", version.origins})
            .set("appVersion", version);
        writeYaml("Chart.yaml", chart, {});
    }

    void schema(const Yaml& values) {
        std::vector<std::string> names;
        for (const auto& [name, value] : values.members()) names.push_back(name);
        names.emplace_back("terminationGracePeriodSeconds");   // written in some places only
        writeText("values.schema.json", valuesSchema(names));
    }

    [[nodiscard]] std::string pathOf(std::string_view file) const {
        return "helm/" + m_name + '/' + std::string(file);
    }

    void writeText(std::string_view file, std::string_view text) {
        TextWriter writer(pathOf(file), id, m_because);
        writer.content(text, m_because);
        m_files.push_back(std::move(writer).take());
    }

    void writeYaml(const std::string& file, const Yaml& document, const Origins& because) {
        TextWriter writer(pathOf(file), id, joined(m_because, because));
        const bool place = file.starts_with("values-");
        if (place) writer.line("# Beside values.yaml: helm upgrade --install --values " + file, because);
        Yaml(document).because(m_because).write(writer);
        m_files.push_back(std::move(writer).take());
    }

    const Design& m_design;
    std::string m_name;
    Origins m_because;
    Artifacts m_files;
};

Artifacts generate(const Design& design) {
    if (!design.deployment.makesKubernetes()) return {};
    return ChartWriter(design).run();
}

}

extern const Generator helm{.family = id, .generate = generate, .asksForEnvironments = true};

}
