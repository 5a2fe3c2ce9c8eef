#include "app/session/in_background.h"

#include <sched.h>

namespace arabesque {

void letOthersGoFirst() {
    constexpr int callingThread = 0;
    const sched_param none{};
    sched_setscheduler(callingThread, SCHED_BATCH,
                       &none);   // refused in a sandbox at most: then it is as without
}

}
