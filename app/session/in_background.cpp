#include "app/session/in_background.h"

#include <sched.h>

namespace arabesque {

void letOthersGoFirst() {
    constexpr int callingThread = 0;
    const sched_param none{};
    // Refused in a sandbox at most; all goes on as without then.
    sched_setscheduler(callingThread, SCHED_BATCH, &none);
}

}
