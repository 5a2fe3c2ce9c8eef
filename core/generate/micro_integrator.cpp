#include "core/generate/compose_databases.h"
#include "core/generate/micro_integrators.h"
#include "core/generate/plain_text.h"
#include "core/generate/topology_reasons.h"
#include "core/generate/yaml.h"

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

bool isImage(std::string_view text) {
    return !text.empty() && hasOnly(text, "-_.:/@");
}

bool isFolder(std::string_view text) {
    return !text.empty() && !text.contains("..") && !text.starts_with('/') && hasOnly(text, "-_./");
}

/// The program on top of the product's image (WSO2 Micro Integrator, container deployment).
Artifact dockerfile(const MicroIntegrators& integrators) {
    const auto& keys = deploymentToml().microIntegrator;
    const Topology& topology = integrators.topology();
    TextWriter writer("micro-integrator/Dockerfile", microIntegratorFamily,
                      joined({layout("WSO2 Micro Integrator, container deployment")}, integrators.reasons()));
    const Text image = integrators.image(), home = integrators.homeInImage();
    const auto applications = topology.value(keys.applications);
    const auto libraries = topology.written(keys.libraries);
    writer.line(
        "# Copy the project's folders that are named here beside this file, then: docker build -t IMAGE .",
        Origins());
    const auto base = topology.written(keys.baseImage);
    const Text release = integrators.release();
    const bool own = base && isImage(**base);
    writer.line("FROM " + (own ? **base : "wso2/wso2mi:" + *release),
                joined(release.origins, reasonsOf(topology, keys.baseImage)));
    const auto copy = [&](const std::string& from, const std::string& to, const Origins& why) {
        writer.line("COPY --chown=wso2carbon:wso2 " + from + ' ' + *home + to, joined(home.origins, why));
    };
    if (isFolder(*applications))
        copy(*applications + '/', "/repository/deployment/server/carbonapps/", applications.origins);
    if (libraries && isFolder(**libraries)) copy(**libraries + '/', "/lib/", libraries->origins);
    copy("deployment.toml", "/conf/deployment.toml", {});
    std::string ports = "EXPOSE";
    for (const std::int64_t each : {integratorHttp, integratorHttps})
        ports += ' ' + std::to_string(*integrators.port(each));
    writer.line(ports, integrators.port(integratorHttp).origins);
    return std::move(writer).take();
}

/// One container of a node, to try them out on one machine.
Yaml service(const MicroIntegrators& integrators, const Node& node, std::size_t number) {
    constexpr std::int64_t apart = 10;
    const auto published = [&](std::int64_t base) {
        const auto inside = integrators.port(base);
        const std::int64_t outside = *inside + apart * static_cast<std::int64_t>(number);
        return Text{"127.0.0.1:" + std::to_string(outside) + ':' + std::to_string(*inside),
                    joined(inside.origins, integrators.reasons())};
    };
    const auto end = integrators.topology().value(deploymentToml().microIntegrator.gracefulShutdown);
    constexpr double margin = 10;
    const Text memory = integrators.memoryOptions(true), options = integrators.javaOptions();
    Yaml environment = Yaml::map().because(options.origins);
    environment.set("NODE_ID", composeText(node.name)).set("JVM_MEM_OPTS", composeText(memory));
    if (!options->empty()) environment.set("JAVA_OPTS", composeText(options));
    Yaml service = Yaml::map();
    service.set("image", composeText(integrators.image()))
        .set("build", Yaml::map().set("context", "."))
        .set("environment", std::move(environment))
        .set("env_file", Yaml::list().add("variables.env"))
        .set("ports", Yaml::list().add(published(integratorHttp)).add(published(integratorHttps)))
        .set("stop_grace_period", Text{toText(Duration{end->seconds + margin}), end.origins});
    return service.because(joined(reasonsOf(node), integrators.reasons()));
}

Artifact compose(const MicroIntegrators& integrators) {
    Yaml services = Yaml::map();
    std::size_t number = 0;
    for (const Node* node : integrators.nodes())
        services.set(*node->name, service(integrators, *node, number++));
    const Origins because = joined({layout("Compose specification")}, integrators.reasons());
    TextWriter writer("micro-integrator/compose.yaml", microIntegratorFamily, because);
    writer.line("# The Micro Integrators on one machine, to try them out.", Origins());
    Yaml document = Yaml::map();
    document.set("name", integrators.objectName()).set("services", std::move(services));
    std::move(document).because(because).write(writer);
    return std::move(writer).take();
}

Artifacts filesOf(const Deployment& deployment) {
    const MicroIntegrators integrators(deployment);
    Artifacts files;
    if (integrators.nodes().empty()) return files;
    const auto add = [&](Artifacts made) { std::ranges::move(made, std::back_inserter(files)); };
    const Topology& topology = deployment.topology;
    const bool clusters = topology.isFor("k8s") || topology.isFor("openshift");
    if (topology.isFor("vm")) add(integratorMachines(integrators));
    if (clusters || topology.isFor("docker")) {
        files.push_back(dockerfile(integrators));
        files.push_back(integratorConfiguration(integrators, configurationInContainers(integrators)));
    }
    if (topology.isFor("docker")) {
        files.push_back(compose(integrators));
        files.push_back(integratorVariables(integrators, "micro-integrator/variables.env"));
    }
    if (clusters) {
        add(integratorObjects(integrators));
        add(integratorChart(integrators));
    }
    return files;
}

Artifacts generate(const Design& design) {
    const Artifacts usual = filesOf(design.deployment);
    Artifacts all = usual;
    for (const Deployment& each : design.environments)
        std::ranges::move(integratorFilesOf(each, filesOf(each), usual), std::back_inserter(all));
    return all;
}

}

extern const Generator microIntegrator{
    .family = microIntegratorFamily, .generate = generate, .asksForEnvironments = true};

}
