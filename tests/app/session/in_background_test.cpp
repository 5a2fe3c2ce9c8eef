#include "app/session/in_background.h"

#include "tests/support/test_main.h"

#include <QFutureSynchronizer>
#include <QTest>
#include <QThreadPool>

#include <functional>
#include <future>
#include <sched.h>
#include <thread>

using namespace arabesque;

namespace {

int policyHere() {
    return sched_getscheduler(0);
}

/// Asking for the result at once might do the work here.
int resultElsewhere(const std::function<int()>& work) {
    const QFuture<int> future = inBackground(work);
    return QTest::qWaitFor([&] { return future.isFinished(); }) ? future.result() : -1;
}

}

/// What is computed beside the window.
class InBackgroundTest : public QObject {
    Q_OBJECT

private slots:
    void itGoesBehindTheWindow() {
        const int usual = policyHere();
        QCOMPARE(resultElsewhere(policyHere), SCHED_BATCH);
        QCOMPARE(policyHere(), usual);
    }

    void soDoesWhatItStarts() {
        const auto ofAThreadOfIt = [] {
            int policy = SCHED_OTHER;
            std::jthread([&policy] { policy = policyHere(); }).join();
            return policy;
        };
        QCOMPARE(resultElsewhere(ofAThreadOfIt), SCHED_BATCH);
    }

    void whoWaitsForItMayDoItAndGoesBehindNobody() {
        const int usual = policyHere();
        std::promise<void> end;
        const std::shared_future<void> until = end.get_future().share();
        QFutureSynchronizer<void> others;
        for (int i = 0; i < QThreadPool::globalInstance()->maxThreadCount(); ++i)
            others.addFuture(inBackground([until] { until.wait(); }));
        const QThread* doer = inBackground(QThread::currentThread).result();
        end.set_value();
        QCOMPARE(doer, QThread::currentThread());
        QCOMPARE(policyHere(), usual);
    }
};

ARABESQUE_TEST(InBackgroundTest)

#include "in_background_test.moc"
