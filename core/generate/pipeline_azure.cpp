#include "core/generate/pipeline_writer.h"
#include "core/generate/plain_text.h"

namespace arabesque {

namespace {

using Job = PipelineJob;
using Step = PipelineStep;

constexpr const char* id = "azure";

/// No job runs in a container: the image of Ballerina is of Alpine, which Azure's agent does not start in.
class AzurePipeline {
public:
    explicit AzurePipeline(Pipeline pipeline)
        : m_pipeline(std::move(pipeline)), m_writer("pipelines/azure/azure-pipelines.yml", id, m_pipeline) {}

    Artifact run() {
        m_writer.line(0, "trigger:");
        branches();
        m_writer.line(0, "pr:");
        branches();
        m_writer.line(0, "pool:");
        const auto& runner = m_pipeline.runner;
        m_writer.line(2, runner->empty() ? "vmImage: ubuntu-24.04" : "name: " + yamlWord(*runner),
                      runner.origins);
        m_writer.line(0, "variables:");
        m_writer.line(2, "COMMIT: $(Build.SourceVersion)");
        m_writer.line(0, "jobs:");
        for (const Job& job : m_pipeline.jobs) {
            m_writer.blank();
            write(job);
        }
        return std::move(m_writer).take();
    }

private:
    void branches() {
        m_writer.line(2, "branches:");
        m_writer.line(4, "include:");
        m_writer.line(4, "- " + yamlWord(*m_pipeline.branch), m_pipeline.branch.origins);
    }

    void write(const Job& job) {
        const bool deploys = !job.environment->empty();
        m_writer.line(0, (deploys ? "- deployment: " : "- job: ") + identifierOf(job.id),
                      job.environment.origins);
        m_writer.line(2, "displayName: " + yamlWord(job.title), job.environment.origins);
        m_writer.line(2, "timeoutInMinutes: " + std::to_string(job.minutes));
        std::vector<std::string> needs;
        for (const std::string& each : job.needs) needs.push_back(identifierOf(each));
        if (!needs.empty()) m_writer.line(2, "dependsOn: [" + joinedBy(needs, ", ") + "]");
        if (job.onBranch)
            m_writer.line(2,
                          "condition: and(succeeded(), eq(variables['Build.SourceBranch'], 'refs/heads/" +
                              *m_pipeline.branch + "'))",
                          m_pipeline.branch.origins);
        if (job.approval) m_writer.line(2, "# name who approves under Environments: Approvals and checks");
        if (deploys) {
            m_writer.line(2, "environment: " + yamlWord(*job.environment), job.environment.origins);
            m_writer.line(2, "strategy:");
            m_writer.line(4, "runOnce:");
            m_writer.line(6, "deploy:");
        }
        const std::size_t indent = deploys ? 8 : 2;
        m_writer.line(indent, "steps:");
        m_writer.line(indent, "- checkout: self");
        for (const std::string& from : job.takes) take(indent, from);
        for (const Step& step : job.steps) write(indent, step);
        if (!job.keeps.empty()) keep(indent, job);
    }

    void take(std::size_t indent, const std::string& from) {
        task(indent, "DownloadPipelineArtifact@2", {{"artifact", from}, {"path", "kept"}});
        m_writer.line(indent, "- bash: tar --extract --file kept/kept.tar");
    }

    void keep(std::size_t indent, const Job& job) {
        m_writer.line(indent, "- bash: tar --create --file kept.tar " + joinedBy(job.keeps, " "));
        task(indent, "PublishPipelineArtifact@1", {{"targetPath", "kept.tar"}, {"artifact", job.id}});
    }

    void task(std::size_t indent, const char* name,
              const std::vector<std::pair<std::string, std::string>>& inputs) {
        m_writer.line(indent, std::string("- task: ") + name);
        m_writer.line(indent + 2, "inputs:");
        for (const auto& [key, value] : inputs) m_writer.line(indent + 4, key + ": " + yamlWord(value));
    }

    void bash(std::size_t indent, const Step& step, const std::vector<ScriptLine>& lines) {
        m_writer.line(indent, "- bash: |");
        for (const ScriptLine& each : lines) m_writer.line(indent + 4, each.text, each.origins);
        m_writer.line(indent + 2, "displayName: " + yamlWord(step.name));
    }

    void write(std::size_t indent, const Step& step) {
        switch (step.kind) {
        case Step::Kind::Ballerina:
            task(indent, "Cache@2", {{"key", "ballerina | Ballerina.toml"}, {"path", "$(HOME)/.ballerina"}});
            return bash(indent, step, ballerinaLines());
        case Step::Kind::Java:
            return task(indent, "JavaToolInstaller@0",
                        {{"versionSpec", "17"},
                         {"jdkArchitectureOption", "x64"},
                         {"jdkSourceOption", "PreInstalled"}});
        case Step::Kind::Findings:
            task(indent, "PublishBuildArtifacts@1",
                 {{"pathToPublish", "arabesque.sarif"}, {"artifactName", "CodeAnalysisLogs"}});
            m_writer.line(indent + 2, "condition: always()");
            return;
        case Step::Kind::Script: break;
        }
        bash(indent, step, step.script);
        if (step.secrets.empty() && step.variables.empty()) return;
        m_writer.line(indent + 2, "env:");
        for (const auto* names : {&step.secrets, &step.variables})
            for (const std::string& name : *names) m_writer.line(indent + 4, name + ": $(" + name + ")");
    }

    Pipeline m_pipeline;
    PipelineWriter m_writer;
};

Artifacts generate(const Design& design) {
    auto pipeline = pipelineOf(design, id);
    if (!pipeline || pipeline->jobs.empty()) return {};
    return {AzurePipeline(std::move(*pipeline)).run()};
}

}

extern const Generator azure{.family = id, .generate = generate, .asksForEnvironments = true};

}
