#include "core/generate/pipeline_writer.h"

#include <algorithm>

namespace arabesque {

namespace {

using Job = PipelineJob;
using Step = PipelineStep;

constexpr const char* id = "gitlab";

class GitlabCi {
public:
    explicit GitlabCi(Pipeline pipeline)
        : m_pipeline(std::move(pipeline)), m_writer("pipelines/gitlab/.gitlab-ci.yml", id, m_pipeline) {}

    Artifact run() {
        m_writer.line(
            0, "# Secrets are masked variables of the project, those of environments for these alone.");
        m_writer.line(0, "workflow:");
        m_writer.line(2, "rules:");
        m_writer.line(2, "- if: $CI_PIPELINE_SOURCE == \"merge_request_event\"");
        m_writer.line(2, "- if: $CI_COMMIT_BRANCH");
        m_writer.line(0, "stages:");
        for (const char* stage : {"check", "build", "publish", "rollout"})
            m_writer.line(0, std::string("- ") + stage);
        m_writer.line(0, "variables:");
        m_writer.line(2, "COMMIT: $CI_COMMIT_SHA");
        m_writer.line(2, "BALLERINA_HOME_DIR: $CI_PROJECT_DIR/.ballerina");
        for (const Job& job : m_pipeline.jobs) {
            m_writer.blank();
            write(job);
        }
        return std::move(m_writer).take();
    }

private:
    static const char* stageOf(const Job& job) {
        if (job.id == "check") return "check";
        if (job.id.starts_with("rollout") || job.id.starts_with("apis")) return "rollout";
        return job.onBranch ? "publish" : "build";
    }

    static const char* imageOf(const Job& job) {
        switch (job.place) {
        case Job::Place::Docker: return "docker:28.3";
        case Job::Place::Maven: return "maven:3.9-eclipse-temurin-17";
        case Job::Place::Cluster: return "alpine/k8s:1.35.0";
        case Job::Place::Plain: break;
        }
        return "debian:13";
    }

    void write(const Job& job) {
        m_writer.line(0, job.id + ":", job.environment.origins);
        m_writer.line(2, std::string("stage: ") + stageOf(job));
        m_writer.line(2, std::string("image: ") + imageOf(job));
        if (job.place == Job::Place::Docker) {
            m_writer.line(2, "services:");
            m_writer.line(2, "- docker:28.3-dind");
        }
        if (!m_pipeline.runner->empty()) {
            m_writer.line(2, "tags:", m_pipeline.runner.origins);
            m_writer.line(2, "- " + yamlWord(*m_pipeline.runner), m_pipeline.runner.origins);
        }
        m_writer.line(2, "timeout: " + std::to_string(job.minutes) + " minutes");
        rules(job);
        needs(job);
        if (!job.environment->empty()) {
            m_writer.line(2, "environment: " + yamlWord(*job.environment), job.environment.origins);
            m_writer.line(2, "resource_group: " + yamlWord(*job.environment), job.environment.origins);
        }
        if (usesBallerina(job)) {
            m_writer.line(2, "cache:");
            m_writer.line(4, "key:");
            m_writer.line(6, "files:");
            m_writer.line(6, "- Dependencies.toml");
            m_writer.line(4, "paths:");
            m_writer.line(4, "- .ballerina/");
        }
        steps(job);
        keep(job);
    }

    void rules(const Job& job) {
        if (!job.onBranch) {
            m_writer.line(2, "interruptible: true");
            return;
        }
        m_writer.line(2, "rules:");
        m_writer.line(2, "- if: $CI_COMMIT_BRANCH == \"" + *m_pipeline.branch + '"',
                      m_pipeline.branch.origins);
        if (!job.approval) return;
        m_writer.line(4, "when: manual");
        m_writer.line(4, "allow_failure: false");
    }

    void needs(const Job& job) {
        std::vector<std::string> all = job.needs;
        for (const std::string& each : job.takes)
            if (!std::ranges::contains(all, each)) all.push_back(each);
        if (all.empty()) {
            m_writer.line(2, "needs: []");
            return;
        }
        m_writer.line(2, "needs:");
        for (const std::string& each : all) {
            m_writer.line(2, "- job: " + each);
            m_writer.line(4, std::string("artifacts: ") +
                                 (std::ranges::contains(job.takes, each) ? "true" : "false"));
        }
    }

    static bool usesBallerina(const Job& job) {
        return std::ranges::contains(job.steps, Step::Kind::Ballerina, &Step::kind);
    }

    void steps(const Job& job) {
        m_writer.line(2, "script:");
        if (job.place == Job::Place::Plain) {
            item({{"apt-get update --quiet"},
                  {"apt-get install --yes --no-install-recommends ca-certificates curl git openssh-client"}});
        }
        for (const Step& step : job.steps) {
            if (step.kind == Step::Kind::Ballerina) item(ballerinaLines());
            if (step.kind == Step::Kind::Script) item(step.script);
        }
    }

    void item(const std::vector<ScriptLine>& lines) {
        m_writer.line(2, "- |");
        for (const ScriptLine& each : lines) m_writer.line(4, each.text, each.origins);
    }

    void keep(const Job& job) {
        const bool findings = std::ranges::contains(job.steps, Step::Kind::Findings, &Step::kind);
        if (job.keeps.empty() && !findings) return;
        m_writer.line(2, "artifacts:");
        m_writer.line(4, "expire_in: 1 week");
        if (findings) m_writer.line(4, "when: always");
        m_writer.line(4, "paths:");
        if (findings) m_writer.line(4, "- arabesque.sarif");
        for (const std::string& folder : job.keeps) m_writer.line(4, "- " + folder + '/');
    }

    Pipeline m_pipeline;
    PipelineWriter m_writer;
};

Artifacts generate(const Design& design) {
    auto pipeline = pipelineOf(design, id);
    if (!pipeline || pipeline->jobs.empty()) return {};
    return {GitlabCi(std::move(*pipeline)).run()};
}

}

extern const Generator gitlab{.family = id, .generate = generate, .asksForEnvironments = true};

}
