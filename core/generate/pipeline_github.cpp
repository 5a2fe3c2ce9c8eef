#include "core/generate/pipeline_writer.h"

namespace arabesque {

namespace {

using Job = PipelineJob;
using Step = PipelineStep;

constexpr const char* id = "github";

class Workflow {
public:
    explicit Workflow(Pipeline pipeline)
        : m_pipeline(std::move(pipeline)),
          m_writer("pipelines/github/.github/workflows/" + m_pipeline.name + ".yml", id, m_pipeline) {}

    Artifact run() {
        head();
        for (const Job& job : m_pipeline.jobs) {
            m_writer.blank();
            write(job);
        }
        return std::move(m_writer).take();
    }

private:
    void head() {
        const std::string branch = yamlWord(*m_pipeline.branch);
        m_writer.line(0, "name: " + yamlWord(m_pipeline.name));
        m_writer.line(0, "on:");
        m_writer.line(2, "push:");
        m_writer.line(4, "branches:");
        m_writer.line(6, "- " + branch, m_pipeline.branch.origins);
        m_writer.line(2, "pull_request:");
        m_writer.line(2, "workflow_dispatch:");
        m_writer.line(0, "permissions:");
        m_writer.line(2, "contents: read");
        m_writer.line(0, "# one rollout after the other, and none is stopped halfway");
        m_writer.line(0, "concurrency:");
        m_writer.line(2, "group: ${{ github.workflow }}-${{ github.ref }}");
        m_writer.line(2, "cancel-in-progress: ${{ github.event_name == 'pull_request' }}");
        m_writer.line(0, "defaults:");
        m_writer.line(2, "run:");
        m_writer.line(4, "shell: bash");
        m_writer.line(0, "env:");
        m_writer.line(2, "COMMIT: ${{ github.sha }}");
        m_writer.line(0, "jobs:");
    }

    void write(const Job& job) {
        m_writer.line(2, job.id + ":", job.environment.origins);
        m_writer.line(4, "name: " + yamlWord(job.title), job.environment.origins);
        if (!job.needs.empty()) m_writer.line(4, "needs: [" + joinedBy(job.needs, ", ") + "]");
        if (job.onBranch)
            m_writer.line(4,
                          "if: github.event_name != 'pull_request' && github.ref_name == " +
                              yamlWord(*m_pipeline.branch),
                          m_pipeline.branch.origins);
        const auto& runner = m_pipeline.runner;
        m_writer.line(4, "runs-on: " + (runner->empty() ? "ubuntu-24.04" : yamlWord(*runner)),
                      runner.origins);
        m_writer.line(4, "timeout-minutes: " + std::to_string(job.minutes));
        if (job.approval)
            m_writer.line(4, "# name its reviewers in the settings of the repository: Environments");
        if (!job.environment->empty())
            m_writer.line(4, "environment: " + yamlWord(*job.environment), job.environment.origins);
        if (job.id == "check") {
            m_writer.line(4, "permissions:");
            m_writer.line(6, "contents: read");
            m_writer.line(6, "security-events: write");
        }
        m_writer.line(4, "steps:");
        m_writer.line(4, "- uses: actions/checkout@v4");
        for (const std::string& from : job.takes) {
            m_writer.line(4, "- uses: actions/download-artifact@v4");
            m_writer.line(6, "with:");
            m_writer.line(8, "name: " + from);
            m_writer.line(8, "path: kept");
            // what is uploaded loses the right to be run, and the folders above what all files share
            m_writer.line(4, "- run: tar --extract --file kept/kept.tar");
        }
        for (const Step& step : job.steps) write(step);
        keep(job);
    }

    void write(const Step& step) {
        switch (step.kind) {
        case Step::Kind::Ballerina: return ballerina(step);
        case Step::Kind::Java: return java(step);
        case Step::Kind::Findings: return findings(step);
        case Step::Kind::Script: break;
        }
        m_writer.line(4, "- name: " + yamlWord(step.name));
        if (!step.secrets.empty() || !step.variables.empty()) m_writer.line(6, "env:");
        for (const std::string& name : step.secrets) m_writer.line(8, name + ": ${{ secrets." + name + " }}");
        for (const std::string& name : step.variables) m_writer.line(8, name + ": ${{ vars." + name + " }}");
        m_writer.block(6, "run", step.script);
    }

    void ballerina(const Step& step) {
        m_writer.line(4, "- name: Read the distribution");
        m_writer.line(6, "id: ballerina");
        m_writer.block(
            6, "run",
            {{R"sh(distribution=$(sed -n 's/^distribution *= *"\([^"]*\)".*/\1/p' Ballerina.toml))sh"},
             {"test -n \"$distribution\""},
             {"printf 'distribution=%s\\n' \"$distribution\" >>\"$GITHUB_OUTPUT\""}});
        m_writer.line(4, "- uses: actions/cache@v4");
        m_writer.line(6, "with:");
        m_writer.line(8, "path: ~/.ballerina");
        m_writer.line(8, "key: ballerina-${{ steps.ballerina.outputs.distribution }}-${{ "
                         "hashFiles('Dependencies.toml') }}");
        m_writer.line(4, "- name: " + yamlWord(step.name));
        m_writer.line(6, "uses: ballerina-platform/setup-ballerina@v1.1.0");
        m_writer.line(6, "with:");
        m_writer.line(8, "version: ${{ steps.ballerina.outputs.distribution }}");
    }

    void java(const Step& step) {
        m_writer.line(4, "- name: " + yamlWord(step.name));
        m_writer.line(6, "uses: actions/setup-java@v4");
        m_writer.line(6, "with:");
        m_writer.line(8, "distribution: temurin");
        m_writer.line(8, "java-version: '17'");
        m_writer.line(8, "cache: maven");
    }

    void findings(const Step& step) {
        m_writer.line(4, "- name: " + yamlWord(step.name));
        m_writer.line(6, "if: always()");
        m_writer.line(6, "uses: github/codeql-action/upload-sarif@v3");
        m_writer.line(6, "with:");
        m_writer.line(8, "sarif_file: arabesque.sarif");
    }

    void keep(const Job& job) {
        if (job.keeps.empty()) return;
        m_writer.line(4, "- run: tar --create --file kept.tar " + joinedBy(job.keeps, " "));
        m_writer.line(4, "- uses: actions/upload-artifact@v4");
        m_writer.line(6, "with:");
        m_writer.line(8, "name: " + job.id);
        m_writer.line(8, "path: kept.tar");
        m_writer.line(8, "if-no-files-found: error");
        m_writer.line(8, "retention-days: 7");
    }

    Pipeline m_pipeline;
    PipelineWriter m_writer;
};

Artifacts generate(const Design& design) {
    auto pipeline = pipelineOf(design, id);
    if (!pipeline || pipeline->jobs.empty()) return {};
    return {Workflow(std::move(*pipeline)).run()};
}

}

extern const Generator github{.family = id, .generate = generate, .asksForEnvironments = true};

}
