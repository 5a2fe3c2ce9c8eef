// diagram_bench: how long the layout of 100 and 1000 nodes takes and how many lines cross, beside Graphviz's dot on the
// same graph in the same frames; and how long a frame takes while the diagram of 1000 nodes is panned and zoomed.

#include "app/diagram/diagram_gestures.h"
#include "app/diagram/diagram_view.h"
#include "app/session/session.h"
#include "app/views/theme.h"
#include "tests/support/big_deployments.h"

#include <QApplication>
#include <QProcess>
#include <QScrollBar>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace arabesque;

namespace {

constexpr int layouts = 40;
constexpr int frames = 400;

template <class Work> double milliseconds(const Work& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// Milliseconds this thread has worked, without those in which others had the processor.
double worked() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double percentile(std::vector<double> times, double part) {
    std::ranges::sort(times);
    return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
}

void measureLayout(const char* name, const std::string& text) {
    const Topology topology = tests::topologyOf(text);
    Diagram diagram;
    std::vector<double> times, work;
    for (int i = 0; i < layouts; ++i) {
        const double before = worked();
        times.push_back(milliseconds([&] { diagram = arrange(topology); }));
        work.push_back(worked() - before);
    }
    std::printf(
        "  %-14s %4zu nodes %5zu lines   median %7.2f ms   of the processor %7.2f ms   %7zu crossings\n",
        name, topology.nodes.size(), diagram.lines.size(), percentile(times, 0.5), percentile(work, 0.5),
        tests::crossingsOf(diagram));
    QProcess dot;
    const double time = milliseconds([&] {
        dot.start("dot", {"-Tplain"});
        dot.write(QByteArray::fromStdString(tests::toDot(diagram, true)));
        dot.closeWriteChannel();
        dot.waitForFinished(-1);
    });
    if (dot.exitCode() != 0 || dot.error() == QProcess::FailedToStart)
        return void(std::puts("    dot                      not installed"));
    std::printf(
        "    dot, the same graph                                     once %7.0f ms                    "
        "%7zu crossings\n",
        time, tests::crossingsOfPlain(dot.readAllStandardOutput().toStdString()));
    std::fflush(stdout);
}

/// Times of frames, and what they took of the processor.
struct Frames {
    std::vector<double> times, work;

    template <class Change> void add(const Change& change) {
        const double before = worked();
        times.push_back(milliseconds([&] {
            change();
            QApplication::processEvents();
        }));
        work.push_back(worked() - before);
    }
    void report(const char* name) const {
        std::printf(
            "  %-34s p50 %6.2f   p99 %6.2f   max %6.2f ms   of the processor p50 %6.2f   p99 %6.2f ms\n",
            name, percentile(times, 0.5), percentile(times, 0.99), percentile(times, 1),
            percentile(work, 0.5), percentile(work, 0.99));
    }
};

void measurePainting() {
    Session session;
    DiagramGestures gestures(session);
    DiagramScene scene;
    DiagramView view(scene, gestures);
    gestures.setDiagram(scene.diagram());
    view.resize(1600, 1000);
    view.show();
    scene.show(arrange(tests::topologyOf(tests::realisticDeployment(1000))), {});
    QApplication::processEvents();
    for (const double scale : {1.0, 0.3}) {
        view.setZoom(scale);
        QApplication::processEvents();
        Frames pan;
        constexpr int step = 12;
        for (int i = 0; i < frames; ++i)
            pan.add(
                [&] { view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() + step); });
        pan.report(scale == 1.0 ? "pan at 100 %" : "pan at 30 %");
    }
    Frames zoom;
    for (int i = 0; i < frames; ++i) zoom.add([&] { view.setZoom(0.03 * std::pow(1.03, i % 130)); });
    zoom.report("zoom from 3 % to 140 %, again");
}

}

int main(int count, char** words) {
    QCoreApplication::setOrganizationName(QStringLiteral("arabesque-bench"));
    QApplication application(count, words);
    applyTheme(application, Scheme::Light);   // it decides what scroll bars take
    std::puts("Layout of diagrams:");
    measureLayout("deployment", tests::realisticDeployment(100));
    measureLayout("deployment", tests::realisticDeployment(1000));
    measureLayout("random layers", tests::layeredDeployment(100, 1));
    measureLayout("random layers", tests::layeredDeployment(1000, 1));
    std::puts("Frames of a diagram of 1000 nodes, 1600 x 1000 pixels:");
    measurePainting();
    std::fflush(stdout);
    std::_Exit(EXIT_SUCCESS);
}
