#include "core/generate/observed_jobs.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

const auto& keys() {
    return deploymentToml().observability;
}

/// "99.9%" as 0.999.
std::optional<double> shareOf(std::string_view text) {
    if (!text.ends_with('%')) return std::nullopt;
    text.remove_suffix(1);
    double share = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), share);
    if (status != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return share / 100;
}

/// Numbers of one job, as PromQL. Names of metrics: of Ballerina after BallerinaMetricsObserver of ballerina-lang and
/// module-ballerinax-prometheus, which adds _value; of the Micro Integrator after its MetricConstants.
class Queries {
public:
    explicit Queries(const ObservedJob& job) : m_job(job) {}

    [[nodiscard]] std::string requests(const char* window) const {
        if (isBallerina()) return sum(rate("requests_total_value", ",src_service_resource=\"true\"", window));
        return sum(rate("", integrator("request_count_total"), window));
    }

    /// A resource that returns carries the group of its status itself; one that answers by its caller leaves it to that call.
    [[nodiscard]] std::string errors(const char* window) const {
        if (!isBallerina()) return sum(rate("", integrator("request_count_error_total"), window));
        const std::string returned = rate(
            "requests_total_value", ",src_service_resource=\"true\",http_status_code_group=\"5xx\"", window);
        const std::string answered =
            rate("requests_total_value",
                 ",src_object_name=\"ballerina/http/Caller\",http_status_code_group=\"5xx\"", window);
        return sum(returned + " or " + answered);
    }

    /// The slowest resource: of quantiles only the worst means anything together.
    [[nodiscard]] std::string latency() const {
        if (isBallerina())
            return "max by (job) (response_time_seconds{" + selector() +
                   ",src_service_resource=\"true\",quantile=\"0.99\",timeWindow=\"300000\"})";
        const auto quantile = [&](const std::string& kind) {
            return "label_replace(histogram_quantile(0.99, sum by (job, le) (" +
                   rate("wso2_integration_" + kind + "_latency_seconds_bucket", "", "5m") +
                   ")), \"kind\", \"" + kind + "\", \"\", \"\")";
        };
        return "max by (job) (" + quantile("api") + " or " + quantile("proxy") + ")";
    }

    [[nodiscard]] std::string selector() const { return "job=\"" + m_job.name + '"'; }

private:
    [[nodiscard]] bool isBallerina() const { return m_job.kind == ObservedJob::Kind::Ballerina; }
    [[nodiscard]] static std::string sum(const std::string& what) { return "sum by (job) (" + what + ")"; }
    [[nodiscard]] std::string rate(const std::string& metric, const std::string& more,
                                   const char* window) const {
        return "rate(" + metric + '{' + selector() + more + "}[" + window + "])";
    }
    [[nodiscard]] static std::string integrator(const std::string& counter) {
        return ",__name__=~\"wso2_integration_(api|proxy|inbound_endpoint)_" + counter + '"';
    }

    const ObservedJob& m_job;
};

/// Rules of one job.
class JobRules {
public:
    JobRules(const Design& design, const ObservedJob& job) : m_design(design), m_job(job), m_queries(job) {}

    Yaml run() {
        instances();
        errors();
        latency();
        capacity();
        memory();
        return Yaml::map()
            .set("name", Text{m_job.name, m_job.because})
            .set("rules", std::move(m_rules))
            .because(m_job.because);
    }

private:
    [[nodiscard]] const Topology& topology() const { return m_design.deployment.topology; }
    [[nodiscard]] Text alertAfter() const {
        const auto time = topology().value(keys().alertAfter);
        return {toText(*time), time.origins};
    }

    void alert(const char* name, const std::string& expression, const Text& after, const char* severity,
               const std::string& summary, const Origins& why) {
        Yaml labels = Yaml::map().set("severity", severity);
        Yaml annotations = Yaml::map().set("summary", Text{summary, why});
        m_rules.add(Yaml::map()
                        .set("alert", name)
                        .set("expr", Text{expression, why})
                        .set("for", after)
                        .set("labels", std::move(labels))
                        .set("annotations", std::move(annotations))
                        .because(joined(why, m_job.because)));
    }

    void instances() {
        const std::string up = "up{" + m_queries.selector();
        alert("InstanceDown", up + ",state!=\"standby\"} == 0", alertAfter(), "critical",
              "{{ $labels.instance }} does not answer", m_job.because);
        const bool standbys = std::ranges::any_of(m_job.nodes, &Node::isStandby);
        if (standbys)
            alert("StandbyDown", up + ",state=\"standby\"} == 0", alertAfter(), "warning",
                  "{{ $labels.instance }} stands by and does not answer: a failover would find nothing",
                  m_job.because);
        alert("NobodyServes", "absent(" + up + "} == 1)", {"1m", {}}, "critical",
              "No instance of " + m_job.name + " answers", m_job.because);
        // what is absent has no labels of its own
        Yaml& made = m_rules.element(m_rules.members().size() - 1);
        made.at("labels").set("job", Text{m_job.name, m_job.because});
    }

    /// What may fail, and why that much; nothing where no objective says it.
    [[nodiscard]] std::optional<Sourced<double>> budget() const {
        Origins why = joined(reasonsOf(topology(), keys().errorShare),
                             reasonsOf(topology(), deploymentToml().objectives.availability));
        if (const auto written = topology().written(keys().errorShare))
            if (const auto share = shareOf(**written); share && *share > 0)
                return Sourced<double>{*share, why};
        const auto objective = topology().written(deploymentToml().objectives.availability);
        const auto share = objective ? shareOf(**objective) : std::nullopt;
        if (!share || *share >= 1) return std::nullopt;
        return Sourced<double>{1 - *share, why};
    }

    /// Two windows each: the long one says that it matters, the short one that it goes on (burn rates of a month's budget).
    void errors() {
        const auto allowed = budget();
        if (!allowed) return;
        const auto ratio = [](const char* window) { return std::string("job:error_ratio:rate") + window; };
        for (const char* window : {"5m", "30m", "1h", "6h"}) {
            const std::string expression =
                m_queries.errors(window) + " / (" + m_queries.requests(window) + " > 0)";
            m_rules.add(Yaml::map()
                            .set("record", Text{ratio(window), {}})
                            .set("expr", Text{expression, m_job.because})
                            .because(joined(allowed->origins, m_job.because)));
        }
        const auto burn = [&](const char* name, const char* longWindow, const char* shortWindow,
                              double factor, const char* after, const char* severity) {
            constexpr double most = 0.9;   // a share cannot exceed all
            const std::string above = std::format("{:.6g}", std::min(most, factor * **allowed));
            const auto over = [&](const char* window) {
                return ratio(window) + '{' + m_queries.selector() + "} > " + above;
            };
            alert(name, over(longWindow) + " and " + over(shortWindow), {after, {}}, severity,
                  std::format("More than {:g}% of the requests to {} failed for {}",
                              100 * std::min(most, factor * **allowed), m_job.name, longWindow),
                  allowed->origins);
        };
        burn("ErrorsFast", "1h", "5m", 14.4, "2m", "critical");
        burn("ErrorsSlow", "6h", "30m", 6, "15m", "warning");
    }

    void latency() {
        const auto most = topology().written(keys().latency);
        if (!most) return;
        alert("SlowResponses", m_queries.latency() + " > " + std::format("{:g}", (*most)->seconds),
              alertAfter(), "warning",
              "One of 100 answers of " + m_job.name + " takes longer than " + toText(**most), most->origins);
    }

    /// What one copy carries, as its nodes declare it: the least of them.
    [[nodiscard]] std::optional<Sourced<std::int64_t>> capacityOfOne() const {
        std::optional<Sourced<std::int64_t>> least;
        for (const Node* node : m_job.nodes) {
            if (!node->capacity || **node->capacity <= 0) return std::nullopt;
            Origins why = joined(least ? least->origins : Origins(), node->capacity->origins);
            const std::int64_t value = std::min(**node->capacity, least ? **least : **node->capacity);
            least = Sourced<std::int64_t>{value, std::move(why)};
        }
        return least;
    }

    void capacity() {
        const auto one = capacityOfOne();
        if (!one) return;
        const std::string all =
            std::to_string(**one) + " * count by (job) (up{" + m_queries.selector() + "} == 1)";
        alert("NearCapacity", m_queries.requests("5m") + " > 0.8 * " + all, alertAfter(), "warning",
              m_job.name + " takes more than four fifths of what its running instances carry", one->origins);
        const auto peak = topology().written(deploymentToml().objectives.peak);
        if (!peak || **peak <= 0) return;
        alert("BelowPeak", all + " < " + std::to_string(**peak), alertAfter(), "warning",
              "The running instances of " + m_job.name + " would not carry the peak",
              joined(one->origins, peak->origins));
    }

    /// The kubelet and kube-state-metrics know it; on machines nobody here does.
    void memory() {
        if (!topology().isFor("k8s") && !topology().isFor("openshift")) return;
        const bool ballerina = m_job.kind == ObservedJob::Kind::Ballerina;
        const Text& name = m_design.deployment.workload.objectName;
        const std::string container = ballerina ? *name : "micro-integrator";
        const Origins why = joined(ballerina ? name.origins : m_job.because,
                                   topology().value(deploymentToml().targets).origins);
        if (container.contains('"') || container.contains('\\')) return;
        const std::string place = "{container=\"" + container + '"';
        alert("NearMemoryLimit",
              "max by (pod, namespace) (container_memory_working_set_bytes" + place +
                  "}) / max by (pod, namespace) (kube_pod_container_resource_limits" + place +
                  ",resource=\"memory\"}) > 0.9",
              alertAfter(), "warning", "{{ $labels.pod }} is about to be killed for its memory", why);
    }

    const Design& m_design;
    const ObservedJob& m_job;
    Queries m_queries;
    Yaml m_rules = Yaml::list();
};

}

Yaml alertGroups(const Design& design, const std::vector<ObservedJob>& jobs) {
    Yaml groups = Yaml::list();
    for (const ObservedJob& job : jobs) groups.add(JobRules(design, job).run());
    return groups;
}

}
