#pragma once

#include "core/text/message.h"

#include <QString>

#include <span>

namespace arabesque {

class MainWindow;

/// One menu command.
struct Command {
    const char* id;
    MessageText menu;                         ///< the menu it stands in
    MessageText text;                         ///< with its mnemonic
    const char* icon;                         ///< a file of resources/icons; may be empty
    const char* shortcut;                     ///< in QKeySequence's portable text
    QString (*obstacle)(const MainWindow&);   ///< why it cannot run now; empty: it can
    void (*run)(MainWindow&);
    bool onToolBar = false;
    bool beginsGroup = false;
};

/// In the order of menus.
[[nodiscard]] std::span<const Command> allCommands();

}
