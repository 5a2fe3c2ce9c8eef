#include "tests/support/test_main.h"
#include "tests/validators/judges.h"
#include "tests/validators/observed_project.h"

#include <QTest>

using namespace arabesque::tests;

namespace {

Verdict promtool(const QStringList& arguments) {
    return run("promtool", arguments);
}

constexpr const char* rules = "observability/prometheus/rules/orders.yml";

/// Two of three instances and the standby fail; 100 requests per second are left for a peak of 150.
constexpr const char* failures = R"(rule_files: [orders.yml]
evaluation_interval: 1m
tests:
- interval: 1m
  input_series:
  - series: 'up{job="orders",instance="a:9798",state="active"}'
    values: '1x5 0x40'
  - series: 'up{job="orders",instance="b:9798",state="active"}'
    values: '1x45'
  - series: 'up{job="orders",instance="c:9798",state="standby"}'
    values: '0x45'
  alert_rule_test:
  - eval_time: 10m
    alertname: InstanceDown
    exp_alerts: []
  - eval_time: 17m
    alertname: InstanceDown
    exp_alerts:
    - exp_labels: {severity: critical, job: orders, instance: 'a:9798', state: active}
      exp_annotations: {summary: 'a:9798 does not answer'}
  - eval_time: 11m
    alertname: StandbyDown
    exp_alerts:
    - exp_labels: {severity: warning, job: orders, instance: 'c:9798', state: standby}
      exp_annotations: {summary: 'c:9798 stands by and does not answer: a failover would find nothing'}
  - eval_time: 17m
    alertname: BelowPeak
    exp_alerts:
    - exp_labels: {severity: warning, job: orders}
      exp_annotations: {summary: The running instances of orders would not carry the peak}
  - eval_time: 17m
    alertname: NobodyServes
    exp_alerts:
    - exp_labels: {severity: critical, job: orders-mi}
      exp_annotations: {summary: No instance of orders-mi answers}
)";

/// Of 100 requests one fails: ten times what 99.9% allow, too slow for the fast alert and too much for the slow one. Then
/// one of ten does, answered by the caller.
constexpr const char* errors = R"(rule_files: [orders.yml]
evaluation_interval: 1m
tests:
- interval: 1m
  input_series:
  - series: 'requests_total_value{job="orders",src_service_resource="true",http_status_code_group="2xx"}'
    values: '0+990x120'
  - series: 'requests_total_value{job="orders",src_service_resource="true",http_status_code_group="5xx"}'
    values: '0+10x120'
  - series: 'response_time_seconds{job="orders",src_service_resource="true",quantile="0.99",timeWindow="300000"}'
    values: '0.4x60 0.7x60'
  alert_rule_test:
  - eval_time: 90m
    alertname: ErrorsFast
    exp_alerts: []
  - eval_time: 90m
    alertname: ErrorsSlow
    exp_alerts:
    - exp_labels: {severity: warning, job: orders}
      exp_annotations: {summary: More than 0.6% of the requests to orders failed for 6h}
  - eval_time: 60m
    alertname: SlowResponses
    exp_alerts: []
  - eval_time: 75m
    alertname: SlowResponses
    exp_alerts:
    - exp_labels: {severity: warning, job: orders}
      exp_annotations: {summary: One of 100 answers of orders takes longer than 500ms}
- interval: 1m
  input_series:
  - series: 'requests_total_value{job="orders",src_service_resource="true"}'
    values: '0+1000x120'
  - series: 'requests_total_value{job="orders",src_object_name="ballerina/http/Caller",http_status_code_group="5xx"}'
    values: '0+100x120'
  - series: 'wso2_integration_api_request_count_total{job="orders-mi",service_type="api"}'
    values: '0+1000x120'
  - series: 'wso2_integration_api_request_count_error_total{job="orders-mi",service_type="api"}'
    values: '0+100x120'
  - series: 'wso2_integration_api_latency_seconds_bucket{job="orders-mi",le="0.5"}'
    values: '0+10x120'
  - series: 'wso2_integration_api_latency_seconds_bucket{job="orders-mi",le="1"}'
    values: '0+1000x120'
  - series: 'wso2_integration_api_latency_seconds_bucket{job="orders-mi",le="+Inf"}'
    values: '0+1000x120'
  alert_rule_test:
  - eval_time: 90m
    alertname: ErrorsFast
    exp_alerts:
    - exp_labels: {severity: critical, job: orders}
      exp_annotations: {summary: More than 1.44% of the requests to orders failed for 1h}
    - exp_labels: {severity: critical, job: orders-mi}
      exp_annotations: {summary: More than 1.44% of the requests to orders-mi failed for 1h}
  - eval_time: 90m
    alertname: SlowResponses
    exp_alerts:
    - exp_labels: {severity: warning, job: orders-mi}
      exp_annotations: {summary: One of 100 answers of orders-mi takes longer than 500ms}
)";

/// 200 requests per second for the 200 that two instances carry.
constexpr const char* load = R"(rule_files: [orders.yml]
evaluation_interval: 1m
tests:
- interval: 1m
  input_series:
  - series: 'up{job="orders",instance="a:9798",state="active"}'
    values: '1x40'
  - series: 'up{job="orders",instance="b:9798",state="active"}'
    values: '1x40'
  - series: 'requests_total_value{job="orders",src_service_resource="true"}'
    values: '0+12000x40'
  - series: 'container_memory_working_set_bytes{container="orders-deployment",pod="orders-1",namespace="retail"}'
    values: '95x40'
  - series: 'kube_pod_container_resource_limits{container="orders-deployment",pod="orders-1",namespace="retail",resource="memory"}'
    values: '100x40'
  alert_rule_test:
  - eval_time: 20m
    alertname: NearCapacity
    exp_alerts:
    - exp_labels: {severity: warning, job: orders}
      exp_annotations: {summary: orders takes more than four fifths of what its running instances carry}
  - eval_time: 20m
    alertname: NearMemoryLimit
    exp_alerts:
    - exp_labels: {severity: warning, pod: orders-1, namespace: retail}
      exp_annotations: {summary: orders-1 is about to be killed for its memory}
)";

Verdict unitTest(const QByteArray& rulesText, const QByteArray& test) {
    const Folder folder;
    folder.write("orders.yml", rulesText);
    folder.write("test.yml", test);
    return promtool({"test", "rules", folder.path("test.yml")});
}

}

/// Prometheus itself checks what watches a deployment, and runs its alerts.
class ObservabilityFilesTest : public QObject {
    Q_OBJECT

private slots:
    void prometheusTakesTheConfiguration() {
        const Folder out;
        generateObservability(out);
        const QString file = out.path("observability/prometheus/prometheus.yml");
        QCOMPARE(promtool({"check", "config", file}), Verdict());
        QCOMPARE(promtool({"check", "rules", out.path(rules)}), Verdict());
        QByteArray text = out.read("observability/prometheus/prometheus.yml");
        out.write("observability/prometheus/prometheus.yml", text.replace("metrics_path", "metric_path"));
        QVERIFY(promtool({"check", "config", file}).startsWith("refused: "));
        QByteArray broken = out.read(rules);
        out.write(rules, broken.replace("absent(up", "absent(("));
        QVERIFY(promtool({"check", "rules", out.path(rules)}).startsWith("refused: "));
    }

    void alertsFireWhenTheyMust_data() {
        QTest::addColumn<QByteArray>("test");
        QTest::newRow("failures") << QByteArray(failures);
        QTest::newRow("errors") << QByteArray(errors);
        QTest::newRow("load") << QByteArray(load);
    }
    void alertsFireWhenTheyMust() {
        QFETCH(const QByteArray, test);
        const Folder out;
        generateObservability(out);
        const QByteArray text = out.read(rules);
        QCOMPARE(unitTest(text, test), Verdict());
        QVERIFY(unitTest(QByteArray(text).replace(" > 0.", " > 7.").replace(" == 0", " == 7"), test)
                    .startsWith("refused: ") ||
                test == load);
    }

    /// Errors that are declared stand in for the objective; without both nobody watches them.
    void theBudgetIsTheDeployments() {
        const Folder declared, none;
        generateObservability(declared, "[observability]\n", "[observability]\nerrors = \"2%\"\n");
        QVERIFY(declared.read(rules).contains("More than 28.8% of"));
        generateObservability(none, "availability = \"99.9%\"\n", "");
        QVERIFY(!none.read(rules).contains("ErrorsFast") && none.read(rules).contains("InstanceDown"));
        QCOMPARE(promtool({"check", "rules", none.path(rules)}), Verdict());
    }

    void theOperatorTakesItsObjects() {
        const Folder out;
        generateObservability(out);
        const QString file = out.path("observability/kubernetes/orders.yaml");
        QCOMPARE(strictSchema(file), Verdict());
        QCOMPARE(kustomizeTakes(file), Verdict());
        out.write("broken.yaml",
                  out.read("observability/kubernetes/orders.yaml").replace("endpoints", "ends"));
        QVERIFY(strictSchema(out.path("broken.yaml")).startsWith("refused: "));
    }

    void composeTakesWhoTakesTraces_data() {
        QTest::addColumn<QByteArray>("tracing");
        QTest::addColumn<QString>("file");
        QTest::newRow("jaeger") << QByteArray("jaeger") << "observability/jaeger/compose.yaml";
        QTest::newRow("otel") << QByteArray("otel") << "observability/jaeger/compose.yaml";
        QTest::newRow("zipkin") << QByteArray("zipkin") << "observability/zipkin/compose.yaml";
    }
    void composeTakesWhoTakesTraces() {
        QFETCH(const QByteArray, tracing);
        QFETCH(const QString, file);
        const Folder out;
        generateObservability(out, "tracing = \"jaeger\"", "tracing = \"" + tracing + '"');
        QCOMPARE(run("docker-compose", {"-f", out.path(file), "config", "-q"}), Verdict());
        QCOMPARE(out.content().contains("observability/jaeger/collector.yaml"), tracing == "otel");
        out.write(file, out.read(file).replace("ports:", "port:"));
        QVERIFY(run("docker-compose", {"-f", out.path(file), "config", "-q"}).startsWith("refused: "));
    }
};

ARABESQUE_TEST(ObservabilityFilesTest)
#include "observability_files_test.moc"
