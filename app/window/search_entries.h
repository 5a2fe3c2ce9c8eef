#pragma once

#include "app/session/session.h"
#include "app/window/quick_open.h"

#include <map>

class QAction;

namespace arabesque {

class MainWindow;
struct Command;

/// Everything the one search finds: documents, commands, findings, generated files, settings.
[[nodiscard]] QList<QuickOpen::Entry> searchEntries(Session& session,
                                                    const std::map<const Command*, QAction*>& actions,
                                                    MainWindow& window);

}
