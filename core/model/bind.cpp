#include "core/model/bind.h"

#include "core/model/bind_files.h"
#include "core/model/environments.h"
#include "core/model/names.h"
#include "core/model/release.h"
#include "core/model/settings.h"
#include "core/schema/ballerina_toml.h"
#include "core/schema/cloud_toml.h"
#include "core/schema/deployment_toml.h"
#include "core/text/lower_case.h"

#include <algorithm>
#include <iterator>

namespace arabesque {

namespace {

using Kind = Workload::Kind;

std::vector<Origin> both(std::vector<Origin> first, const std::vector<Origin>& second) {
    for (const Origin& origin : second)
        if (std::ranges::find(first, origin) == first.end()) first.push_back(origin);
    return first;
}

template <class... Parts> Sourced<std::string> together(std::string text, const Parts&... parts) {
    Sourced<std::string> result{std::move(text), {}};
    ((result.origins = both(std::move(result.origins), parts.origins)), ...);
    return result;
}

Deployment::Cloud cloudOf(std::string_view target) {
    if (target.empty()) return Deployment::Cloud::None;
    if (target == "docker") return Deployment::Cloud::Docker;
    if (target == "k8s") return Deployment::Cloud::Kubernetes;
    if (target == "openshift") return Deployment::Cloud::OpenShift;
    if (target == "choreo") return Deployment::Cloud::Choreo;
    return Deployment::Cloud::Unknown;
}

class Binder {
public:
    explicit Binder(const BindInput& input)
        : m_input(input),
          m_package("Ballerina.toml", input.ballerinaToml, ballerinaToml(), &m_ofPackage),
          m_cloud("Cloud.toml", input.cloudToml, cloud(), &m_ofCloud),
          m_deploymentToml("Deployment.toml", input.deploymentToml, deploymentToml()) {}

    Deployment run() {
        environments();
        package();
        release();
        kindAndNames();
        image();
        ports();
        resources();
        probes();
        environment();
        container();
        jars();
        FileBinder(m_input.snapshot, m_cloud, base(), m_deployment).run();
        m_deployment.topology = topologyOf(m_input.deploymentToml, workload(), m_ofDeployment);
        integratorFolders();
        configuration();
        return std::move(m_deployment);
    }

private:
    Workload& workload() { return m_deployment.workload; }

    void derive(const std::string& key, const Sourced<std::string>& text) {
        m_deployment.derived.insert_or_assign(key, text);
    }

    void environments() {
        Deployment& d = m_deployment;
        d.environments = environmentsOf(m_input.deploymentToml, m_input.snapshot);
        const auto chosen = std::ranges::find_if(
            d.environments, [&](const Environment& each) { return *each.name == m_input.environment; });
        if (m_input.environment.empty() || chosen == d.environments.end()) return;
        d.environment = *chosen;
        m_ofPackage = replacementsFor(ballerinaToml(), m_input.deploymentToml, chosen->number);
        m_ofCloud = replacementsFor(cloud(), m_input.deploymentToml, chosen->number);
        m_ofDeployment = replacementsFor(deploymentToml(), m_input.deploymentToml, chosen->number);
    }

    /// The file the program reads where no image or object brings one.
    void configuration() {
        Deployment& d = m_deployment;
        d.configuration.path =
            d.environment ? d.environment->config : Sourced<std::string>{"Config.toml", {}};
        const auto found = m_input.snapshot.documents.find(*d.configuration.path);
        if (found == m_input.snapshot.documents.end() || !found->second.exists()) return;
        const auto parsed = m_input.documents.find(*d.configuration.path);
        d.configuration.document =
            parsed != m_input.documents.end() ? parsed->second : toml::Document(found->second.text);
    }

    void package() {
        const BallerinaToml& schema = ballerinaToml();
        Deployment& d = m_deployment;
        d.organisation = m_package.value(schema.organisation);
        d.package = m_package.valueOr(schema.name, {m_input.snapshot.name, {}});
        d.version = m_package.value(schema.version);
        derive("Ballerina.toml:package.name", {m_input.snapshot.name, {}});
        d.cloud = m_package.value(schema.cloudTarget);
        if (!m_input.target.empty()) d.cloud = {m_input.target, {{Origin::Kind::Layout, "", "--target", {}}}};
        d.target = cloudOf(d.cloud.value);
        d.graalvm = m_package.value(schema.graalvm);
        d.hasCloudToml = m_input.snapshot.exists("Cloud.toml") && d.target != Deployment::Cloud::Choreo;
        d.templateSecrets = m_input.templateSecrets;
    }

    void release() {
        m_deployment.release = m_deploymentToml.value(deploymentToml().c2c);
        if (!m_input.release.empty())
            m_deployment.release = {m_input.release, {{Origin::Kind::Layout, "", "--profile", {}}}};
    }

    /// An image that follows from the release.
    [[nodiscard]] Sourced<std::string> image(std::string_view Release::* image) const {
        return {std::string(releaseOf(*m_deployment.release).*image), m_deployment.release.origins};
    }

    /// c2c 4.0.0, sections 2.2 and 2.4.
    void kindAndNames() {
        const Deployment& d = m_deployment;
        Workload& w = workload();
        const bool single = m_input.snapshot.singleFile;
        w.jar = single ? m_input.snapshot.name : d.package.value;
        w.name = single
                     ? Sourced<std::string>{w.jar, {{Origin::Kind::File, "", w.jar + ".bal", {}}}}
                     : together(d.target == Deployment::Cloud::Choreo ? w.jar : lowerCase(w.jar), d.package);
        w.thinJar = single ? w.name
                           : together(d.organisation.value + '-' + w.jar + '-' + d.version.value,
                                      d.organisation, d.package, d.version);
        const std::string major = d.version.value.substr(0, d.version.value.find('.'));
        w.mainClass = single ? Sourced<std::string>{"$_init", w.name.origins}
                             : together(encodedIdentifier(d.organisation.value) + '.' +
                                            encodedIdentifier(w.jar) + '.' + major + ".$_init",
                                        d.organisation, d.package, d.version);
        if (const auto& task = m_input.facts.task) {
            w.kind = task->schedule ? Kind::CronJob : Kind::Job;
            const Origin source{Origin::Kind::Source, "", "@cloud:Task", task->place};
            if (task->schedule) w.schedule = {*task->schedule, {source}};
            w.objectName = together(validName(*w.thinJar) + "-job", w.thinJar);
            w.objectName.origins.push_back(source);
            return;
        }
        w.objectName = together(validName(w.name.value) + "-deployment", w.name);
        const Sourced<std::string> service = together(validName(base() + "-svc"), w.name);
        w.serviceName = m_cloud.valueOr(cloud().internalDomainName, service);
        derive("Cloud.toml:cloud.deployment.internal_domain_name", service);
    }

    /// BASE of section 2.2.
    [[nodiscard]] std::string base() const {
        const Workload& w = m_deployment.workload;
        return w.kind == Kind::Service
                   ? without(w.objectName.value.empty() ? validName(w.name.value) : w.objectName.value,
                             "-deployment")
                   : without(w.objectName.value, "-job");
    }

    /// c2c 4.0.0, section 2.3.
    void image() {
        const CloudToml& schema = cloud();
        Workload& w = workload();
        Sourced<std::string> name = together(m_deployment.hasCloudToml ? base()
                                             : w.isTask()              ? *w.thinJar
                                                                       : w.name.value,
                                             w.objectName);
        derive("Cloud.toml:container.image.name", together(base(), w.objectName));
        w.cloudToml = {
            Origin::Kind::Default, "Cloud.toml", m_deployment.hasCloudToml ? "present" : "absent", {}};
        name.origins.push_back(w.cloudToml);
        name = m_cloud.valueOr(schema.imageName, name);
        const Sourced<std::string> repository = m_cloud.value(schema.imageRepository);
        const Sourced<std::string> tag = m_cloud.value(schema.imageTag);
        const bool blank = repository.value.find_first_not_of(" \t\n\r") == std::string::npos;
        w.image = together((blank ? "" : repository.value + '/') + name.value + ':' + tag.value, repository,
                           name, tag);

        Sourced<bool> native = m_deployment.graalvm;
        native.value = *native && m_deployment.target != Deployment::Cloud::Choreo;
        if (*native) w.native = nativeBuild(native);
        Sourced<std::string> usualBase = image(*native ? &Release::nativeBase : &Release::jvmBase);
        usualBase.origins = both(std::move(usualBase.origins), native.origins);
        w.base = m_cloud.valueOr(schema.imageBase, usualBase);
        w.defaultBase = *w.base == releaseOf(*m_deployment.release).jvmBase;
        derive("Cloud.toml:container.image.base", usualBase);
    }

    /// c2c 4.0.0, section 8.3.
    NativeBuild nativeBuild(const Sourced<bool>& native) {
        const Workload& w = m_deployment.workload;
        const Sourced<std::string> options = m_package.value(ballerinaToml().graalvmOptions);
        const Sourced<std::string> usualBuilder = image(&Release::nativeBuilder);
        derive("Cloud.toml:graalvm.builder.base", usualBuilder);
        NativeBuild build{.builder = m_cloud.valueOr(cloud().builderBase, usualBuilder)};
        build.builder.origins = both(std::move(build.builder.origins), native.origins);
        // the tool takes out the first "jar" with the character before it, wherever that stands
        std::string executable = w.jar + ".jar";
        executable.erase(executable.find("jar", 1) - 1, 4);
        build.executable = together(executable, w.name, native);
        const std::string usual =
            "native-image " + (options->empty() ? "" : *options + ' ') + "-jar " + w.jar + ".jar -o " +
            executable + " --no-fallback" +
            (options->contains("--static") ? "" : " -H:+StaticExecutableWithDynamicLibC");
        build.command = m_cloud.valueOr(cloud().builderCommand, together(usual, w.name, options, native));
        return build;
    }

    void ports() {
        for (const ballerina::Service& service : m_input.facts.services) {
            for (const ballerina::Port& port : service.ports) {
                std::vector<Origin> why{
                    {Origin::Kind::Source, "", "listener port " + std::to_string(port.number), port.place}};
                if (std::ranges::contains(m_input.facts.defaultListeners, port.place))
                    why = both(std::move(why),
                               m_deploymentToml.value(deploymentToml().assumeDefaultListener).origins);
                workload().everyPort.push_back({port.number, why});
                auto& all = workload().ports;
                const auto known = std::ranges::find(all, port.number, &Sourced<std::int64_t>::value);
                if (known == all.end())
                    all.push_back({port.number, why});
                else
                    known->origins = both(std::move(known->origins), why);
            }
        }
    }

    void resources() {
        const CloudToml& schema = cloud();
        Workload& w = workload();
        w.minMemory = m_cloud.value(schema.minMemory);
        w.maxMemory = m_cloud.value(schema.maxMemory);
        w.minCpu = m_cloud.value(schema.minCpu);
        w.maxCpu = m_cloud.value(schema.maxCpu);
        w.autoscaled = m_cloud.value(schema.autoscalingEnabled);
        w.autoscaling.minReplicas = m_cloud.value(schema.minReplicas);
        w.autoscaling.maxReplicas = m_cloud.value(schema.maxReplicas);
        w.autoscaling.cpu = m_cloud.value(schema.scaleAtCpu);
        w.autoscaling.memory = m_cloud.written(schema.scaleAtMemory);
        w.singleYaml = m_cloud.value(schema.singleYaml);
        w.thin = m_cloud.value(schema.thinJar);
        w.buildImage = m_cloud.value(schema.buildImage);
    }

    /// A probe needs both keys (section 4.3); half a probe is none.
    std::optional<HttpProbe> probe(Setting<std::int64_t> port, Setting<std::string> path) const {
        auto number = m_cloud.written(port);
        auto text = m_cloud.written(path);
        if (!number || !text) return std::nullopt;
        return HttpProbe{*std::move(number), *std::move(text)};
    }

    void probes() {
        workload().liveness = probe(cloud().livenessPort, cloud().livenessPath);
        workload().readiness = probe(cloud().readinessPort, cloud().readinessPath);
    }

    /// The same three keys under two names (section 3.2).
    struct EnvironmentSettings {
        Records records;
        Setting<std::string> key, variable, object;
        bool secret;
    };

    void environment() {
        const CloudToml& c = cloud();
        references({c.configEnvironment, c.configKey, c.configVariable, c.configObject, false});
        references({c.secretEnvironment, c.secretKey, c.secretVariable, c.secretObject, true});
    }

    void references(const EnvironmentSettings& settings) {
        for (std::size_t i = 0; i < m_cloud.count(settings.records); ++i) {
            EnvironmentReference reference{.secret = settings.secret};
            reference.key = m_cloud.value(settings.key, i);
            reference.name = m_cloud.valueOr(settings.variable, reference.key, i);
            reference.object = m_cloud.value(settings.object, i);
            workload().environment.push_back(std::move(reference));
        }
    }

    void container() {
        if (!workload().isTask()) workload().entrypoint = m_cloud.written(cloud().entrypoint);
    }

    /// Folders that go into the Micro Integrator's image, for rules to see whether they are there.
    void integratorFolders() {
        const auto& keys = deploymentToml().microIntegrator;
        for (const auto& setting : {keys.applications, keys.libraries})
            if (const auto folder = m_deployment.topology.written(setting);
                folder && !std::ranges::contains(m_deployment.references, **folder))
                m_deployment.references.push_back(**folder);
    }

    /// The jars an earlier build put beside its Dockerfile, its own and the random one for observability left out.
    /// With 110 and more of them and of environment entries the tool copies one jar after all, given a Cloud.toml.
    void jars() {
        constexpr std::size_t tooMany = 110;
        Workload& w = workload();
        if (!*w.thin || w.native || m_input.snapshot.singleFile || !m_deployment.makesFiles()) return;
        const std::string folder = "target/docker/" + w.jar;
        m_deployment.references.push_back(folder);
        const auto found = m_input.snapshot.resources.find(folder);
        if (found == m_input.snapshot.resources.end()) return;
        const std::string own = *w.thinJar + ".jar";
        if (!std::ranges::contains(found->second.names, own)) return;
        Sourced<std::vector<std::string>> jars{{}, w.thin.origins};
        jars.origins.push_back({Origin::Kind::File, "", folder, {}});
        for (const std::string& name : found->second.names)
            if (name.ends_with(".jar") && name != own) jars.value.push_back(name);
        if (m_deployment.hasCloudToml && jars->size() + w.environment.size() >= tooMany) return;
        w.thinJars = std::move(jars);
    }

    const BindInput& m_input;
    Replacements m_ofPackage, m_ofCloud, m_ofDeployment;   ///< of the environment
    Settings m_package;
    Settings m_cloud;
    Settings m_deploymentToml;
    Deployment m_deployment;
};

}

Deployment bind(const BindInput& input) {
    return Binder(input).run();
}

}
