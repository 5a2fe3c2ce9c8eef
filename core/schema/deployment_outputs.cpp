#include "core/schema/deployment_toml.h"
#include "core/schema/families.h"

namespace arabesque {

void DeploymentToml::declareFamilies() {
    std::vector<std::string> ids;
    for (const Family& family : allFamilies()) ids.push_back('"' + std::string(family.id) + '"');
    leaveOut = declare<std::vector<std::string>>({
        .path = "leave_out",
        .fallbackNote = MESSAGE("deployment", "nothing"),
        .choices = std::move(ids),
        .label = MESSAGE("deployment", "Left out"),
        .summary = MESSAGE("deployment", "Families of files that are not made, though a target has them."),
        .source = "Arabesque",
    });
}

void DeploymentToml::declareMachines() {
    table(
        "vm", MESSAGE("deployment", "Machines"),
        MESSAGE("deployment", "How the program runs on a machine of its own: systemd starts and stops it."));
    machine.user = accountName({
        .path = "vm.user",
        .fallback = "\"ballerina\"",
        .label = MESSAGE("deployment", "User"),
        .summary = MESSAGE("deployment", "Account the program runs as; the install script makes it."),
        .source = "systemd.exec(5)",
    });
    machine.folder = folderPath({
        .path = "vm.folder",
        .fallbackNote = MESSAGE("deployment", "/opt/ and the package's name"),
        .label = MESSAGE("deployment", "Folder"),
        .summary = MESSAGE("deployment", "Where its releases are kept; Config.toml is looked up there."),
        .source = "Arabesque",
    });
    machine.java = declare<std::string>({
        .path = "vm.java",
        .fallback = "\"/usr/bin/java\"",
        .pattern = "(/[-_.+@A-Za-z0-9]+)+",
        .patternMessage = "the Java program is given by an absolute path of letters, digits and -_.+@",
        .label = MESSAGE("deployment", "Java"),
        .summary = MESSAGE("deployment", "The Java that runs it, 21 or newer."),
        .source = "WSO2 Integrator, VM deployment",
    });
    machine.maxHeap = heap({
        .path = "vm.max_heap",
        .fallbackNote = MESSAGE("deployment", "a quarter of the machine's memory, as Java decides"),
        .hint = "\"1024m\"",
        .label = MESSAGE("deployment", "Heap"),
        .summary = MESSAGE("deployment", "Memory for objects (-Xmx); Java needs a third on top of it."),
        .source = "WSO2 Integrator, VM deployment",
    });
    machine.javaOptions = declare<std::vector<std::string>>({
        .path = "vm.java_options",
        .fallback = "[]",
        .label = MESSAGE("deployment", "Java options"),
        .summary = MESSAGE("deployment", "Further options of Java, such as [\"-XX:+UseG1GC\"]."),
        .source = "WSO2 Integrator, VM deployment",
    });
    machine.startTimeout = duration({
        .path = "vm.start_timeout",
        .fallback = "\"60s\"",
        .label = MESSAGE("deployment", "Time to start"),
        .summary =
            MESSAGE("deployment", "Time after which a program that does not answer has failed to start."),
        .source = "Arabesque",
    });
    machine.stopTimeout = duration({
        .path = "vm.stop_timeout",
        .fallback = "\"30s\"",
        .label = MESSAGE("deployment", "Time to stop"),
        .summary = MESSAGE("deployment", "Time requests have to end after the signal, before it is killed."),
        .source = "systemd.service(5)",
    });
    machine.build = declare<std::string>({
        .path = "vm.build",
        .fallback = "\"package\"",
        .choices = {"\"package\"", "\"consolidated\""},
        .label = MESSAGE("deployment", "Build"),
        .summary =
            MESSAGE("deployment",
                    "package: each package is built and deployed from its own repository. consolidated: "
                    "packages are published first and run in one process, built by a deployment "
                    "repository of its own."),
        .source = "Ballerina, monolithic deployment",
    });
}

void DeploymentToml::declareGitOps() {
    table("gitops", MESSAGE("deployment", "GitOps"),
          MESSAGE("deployment", "The repository that Argo CD or Flux keeps clusters in line with."));
    gitops.repository = declare<std::string>({
        .path = "gitops.repository",
        .pattern = R"((https?|ssh|git)://[^\s"'`$\\]+|[A-Za-z0-9_.-]+@[A-Za-z0-9.-]+:[^\s"'`$\\]+)",
        .patternMessage = "a repository is an address such as https://git.example.com/team/deploy.git",
        .required = true,
        .label = MESSAGE("deployment", "Repository"),
        .summary = MESSAGE("deployment", "Address of the Git repository that holds the bundle."),
        .source = "Argo CD, Application; Flux, GitRepository",
    });
    gitops.revision = declare<std::string>({
        .path = "gitops.revision",
        .fallback = "\"main\"",
        .label = MESSAGE("deployment", "Branch"),
        .summary = MESSAGE("deployment", "Branch that is deployed."),
        .source = "Argo CD, Application; Flux, GitRepository",
    });
    gitops.path = declare<std::string>({
        .path = "gitops.path",
        .fallback = "\"\"",
        .pattern = "([A-Za-z0-9][-_.A-Za-z0-9]*(/[A-Za-z0-9][-_.A-Za-z0-9]*)*)?",
        .patternMessage = "a path in the repository has no leading slash",
        .label = MESSAGE("deployment", "Path"),
        .summary = MESSAGE("deployment", "Folder of the repository that holds the bundle; empty: its root."),
        .source = "Arabesque",
    });
    gitops.project = declare<std::string>({
        .path = "gitops.project",
        .fallback = "\"default\"",
        .label = MESSAGE("deployment", "Project"),
        .summary = MESSAGE("deployment", "Project of Argo CD the applications belong to."),
        .source = "Argo CD, Application",
    });
    gitops.interval = duration({
        .path = "gitops.interval",
        .fallback = "\"5m\"",
        .label = MESSAGE("deployment", "Interval"),
        .summary = MESSAGE("deployment", "How often Flux looks at the repository."),
        .source = "Flux, Kustomization",
    });
    gitops.prune = declare<bool>({
        .path = "gitops.prune",
        .fallback = "true",
        .label = MESSAGE("deployment", "Remove"),
        .summary =
            MESSAGE("deployment", "Whether what is gone from the repository is removed from clusters."),
        .source = "Argo CD, Application; Flux, Kustomization",
    });
}

void DeploymentToml::declareClusterSecrets() {
    table("kubernetes.secrets", MESSAGE("deployment", "Secrets from a store"),
          MESSAGE("deployment", "Secrets that the External Secrets Operator brings into the cluster."));
    kubernetes.secretStore = declare<std::string>({
        .path = "kubernetes.secrets.store",
        .fallbackNote = MESSAGE("deployment", "none: Secrets are filled in by hand"),
        .pattern = "[a-z0-9]([-.a-z0-9]*[a-z0-9])?",
        .patternMessage =
            "a store has the name of a Kubernetes object: lower-case letters, digits and dashes",
        .label = MESSAGE("deployment", "Store"),
        .summary = MESSAGE("deployment", "Name of the store; with one, ExternalSecrets are made."),
        .source = "External Secrets Operator, ExternalSecret",
    });
    kubernetes.secretStoreKind = declare<std::string>({
        .path = "kubernetes.secrets.store_kind",
        .fallback = "\"ClusterSecretStore\"",
        .choices = {"\"ClusterSecretStore\"", "\"SecretStore\""},
        .label = MESSAGE("deployment", "Kind of store"),
        .summary = MESSAGE("deployment", "Whether the store is for the cluster or for its namespace."),
        .source = "External Secrets Operator, ExternalSecret",
    });
    kubernetes.secretKey = declare<std::string>({
        .path = "kubernetes.secrets.path",
        .fallbackNote = MESSAGE("deployment", "the package's and the environment's name"),
        .label = MESSAGE("deployment", "Path in the store"),
        .summary = MESSAGE("deployment", "What the store calls the entry that holds the values."),
        .source = "External Secrets Operator, ExternalSecret",
    });
    kubernetes.secretRefresh = duration({
        .path = "kubernetes.secrets.refresh",
        .fallback = "\"1h\"",
        .label = MESSAGE("deployment", "Refresh"),
        .summary = MESSAGE("deployment", "How often the store is asked again."),
        .source = "External Secrets Operator, ExternalSecret",
    });
}

}
