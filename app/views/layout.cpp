#include "app/views/layout.h"

#include <QCoreApplication>
#include <QEvent>

namespace arabesque {

void layOutNow() {
    constexpr int deepest = 8;   // who is laid out may ask its surroundings, and those theirs
    for (int i = 0; i < deepest; ++i) QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

}
