#pragma once

#include <QThread>
#include <QtConcurrent/QtConcurrentRun>

#include <utility>

namespace arabesque {

/// From here on the calling thread, with those it starts, takes the processor from no other by waking up; it has as much
/// of it as before. Linux, sched(7): SCHED_BATCH.
void letOthersGoFirst();

/// Runs `work` on a thread of the application. Of a usual one the kernel may think that it is waited for, and let it
/// have the processor of the window's thread for some 3 ms, with another one idle. Who waits for the future does work
/// that no thread has begun.
template <typename Work> [[nodiscard]] auto inBackground(Work work) {
    return QtConcurrent::run([work = std::move(work), asker = QThread::currentThread()] {
        if (QThread::currentThread() != asker) letOthersGoFirst();
        return work();
    });
}

}
