#include "core/generate/pipeline_writer.h"

#include <algorithm>

namespace arabesque {

namespace {

using Job = PipelineJob;
using Step = PipelineStep;

constexpr const char* id = "jenkins";

/// All stages share one workspace, so that nothing is handed on.
class Jenkinsfile {
public:
    explicit Jenkinsfile(Pipeline pipeline)
        : m_pipeline(std::move(pipeline)), m_writer("pipelines/jenkins/Jenkinsfile", id, m_pipeline) {}

    Artifact run() {
        m_writer.line(0, "// Secrets are credentials of kind \"secret text\" whose ids are the names below.");
        m_writer.line(0, "pipeline {");
        const auto& runner = m_pipeline.runner;
        m_writer.line(4, runner->empty() ? "agent any" : "agent { label " + groovyText(*runner) + " }",
                      runner.origins);
        m_writer.line(4, "options {");
        m_writer.line(8, "disableConcurrentBuilds()");
        m_writer.line(8, "buildDiscarder(logRotator(numToKeepStr: '50'))");
        m_writer.line(4, "}");
        m_writer.line(4, "environment {");
        m_writer.line(8, "COMMIT = \"${env.GIT_COMMIT}\"");
        m_writer.line(4, "}");
        m_writer.line(4, "stages {");
        for (const Job& job : m_pipeline.jobs) write(job);
        m_writer.line(4, "}");
        m_writer.line(0, "}");
        return std::move(m_writer).take();
    }

private:
    void write(const Job& job) {
        const Origins& why = job.environment.origins;
        m_writer.line(8, "stage(" + groovyText(job.title) + ") {", why);
        if (job.onBranch) {
            m_writer.line(12, "when {");
            m_writer.line(16, "beforeInput true");
            m_writer.line(16, "branch " + groovyText(*m_pipeline.branch), m_pipeline.branch.origins);
            m_writer.line(12, "}");
        }
        if (job.approval) {
            m_writer.line(12, "input {");
            m_writer.line(16, "message " + groovyText(job.title + '?'), why);
            m_writer.line(12, "}");
        }
        m_writer.line(12, "options { timeout(time: " + std::to_string(job.minutes) + ", unit: 'MINUTES') }");
        m_writer.line(12, "steps {");
        for (const Step& step : job.steps) write(step);
        m_writer.line(12, "}");
        if (std::ranges::contains(job.steps, Step::Kind::Findings, &Step::kind)) {
            m_writer.line(12, "post {");
            m_writer.line(
                16, "always { archiveArtifacts artifacts: 'arabesque.sarif', allowEmptyArchive: true }");
            m_writer.line(12, "}");
        }
        m_writer.line(8, "}");
    }

    void write(const Step& step) {
        if (step.kind == Step::Kind::Ballerina) return shell(16, ballerinaLines());
        if (step.kind != Step::Kind::Script) return;
        if (step.secrets.empty()) return shell(16, step.script);
        std::vector<std::string> bindings;
        for (const std::string& name : step.secrets)
            bindings.push_back("string(credentialsId: " + groovyText(name) +
                               ", variable: " + groovyText(name) + ')');
        m_writer.line(16, "withCredentials([" + joinedBy(bindings, ", ") + "]) {");
        shell(20, step.script);
        m_writer.line(16, "}");
    }

    /// Its lines stand at the margin: what is in front of them would be in what they write.
    void shell(std::size_t indent, const std::vector<ScriptLine>& lines) {
        m_writer.line(indent, "sh '''#!/usr/bin/env bash");
        for (const ScriptLine& each : lines) {
            std::string text = groovyText(each.text, "'''");
            text = text.substr(3, text.size() - 6);
            if (text.ends_with('\n')) text.pop_back();
            m_writer.line(0, text, each.origins);
        }
        m_writer.line(0, "'''");
    }

    Pipeline m_pipeline;
    PipelineWriter m_writer;
};

Artifacts generate(const Design& design) {
    auto pipeline = pipelineOf(design, id);
    if (!pipeline || pipeline->jobs.empty()) return {};
    return {Jenkinsfile(std::move(*pipeline)).run()};
}

}

extern const Generator jenkins{.family = id, .generate = generate, .asksForEnvironments = true};

}
