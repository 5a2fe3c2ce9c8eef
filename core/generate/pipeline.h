#pragma once

#include "core/generate/generator.h"
#include "core/generate/text_writer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// A line of a script that POSIX shells run. All text of a user in it is plain or quoted.
struct ScriptLine {
    std::string text;
    Origins origins{};
};

/// What a step of a job does; those that are no script are written in the words of each system.
struct PipelineStep {
    enum class Kind { Script, Ballerina, Java, Findings };
    Kind kind = Kind::Script;
    std::string name{};
    std::vector<ScriptLine> script{};
    std::vector<std::string> secrets{};     ///< masked variables it is given
    std::vector<std::string> variables{};   ///< plain ones of the system
};

/// What runs on one machine.
struct PipelineJob {
    /// What it runs in where a system starts a container for each job.
    enum class Place { Plain, Docker, Maven, Cluster };
    std::string id;      ///< "rollout-production"
    std::string title;   ///< "Roll out to production"
    Place place = Place::Plain;
    std::vector<std::string> needs{};   ///< ids of jobs before it
    std::vector<PipelineStep> steps{};
    std::vector<std::string> keeps{};     ///< folders that later jobs get
    std::vector<std::string> takes{};     ///< ids of jobs whose folders it gets
    Sourced<std::string> environment{};   ///< it changes; empty: none
    bool approval = false;                ///< waits until somebody says yes
    bool onBranch = false;                ///< only for the branch that is rolled out
    int minutes = 20;                     ///< after which it is ended
};

/// What builds, checks and rolls out at each change of the repository; systems only differ in how they say it. The bundle
/// is kept in the repository's folder `deployment`.
struct Pipeline {
    std::string name;   ///< of its file: "orders"
    Sourced<std::string> branch{};
    Sourced<std::string> runner{};   ///< empty: what the system calls its own
    std::vector<PipelineJob> jobs{};
    Origins reasons{};
};

/// Nothing where the deployment does not name the system: "github", "gitlab", "jenkins" or "azure".
[[nodiscard]] std::optional<Pipeline> pipelineOf(const Design& design, std::string_view system);

/// Jobs that bring a release to each environment in order. Empty where the way is none, or has no files.
[[nodiscard]] std::vector<PipelineJob> rolloutJobsOf(const Design& design);

/// Jobs that bring APIs from each environment to the next.
[[nodiscard]] std::vector<PipelineJob> apiJobsOf(const Design& design);

/// The image without its tag, as it is pushed.
[[nodiscard]] Sourced<std::string> pushedImageOf(const Deployment& deployment);

/// Lines that set `release` to version and commit.
[[nodiscard]] std::vector<ScriptLine> releaseLines();

/// Whether files of a family are made.
[[nodiscard]] bool makesFamily(const Deployment& deployment, std::string_view family);

}
