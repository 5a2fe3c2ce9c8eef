#pragma once

#include "core/text/message.h"

#include <QString>

class QWidget;

namespace arabesque {

class Session;

/// Where the window puts a view. Document views share the centre beside each other and show the current document;
/// a page takes the centre for itself while the navigation is at its id.
enum class Area { Document, Page, Left, Right, Bottom };

/// One view of the program. A view shows the session's analysis and submits edits; it knows no other view.
struct ViewEntry {
    const char* id;   ///< stable: remembered layouts and pictures name it
    MessageText title;
    const char* icon;   ///< a file of resources/icons
    Area area;
    const char* shortcut;                          ///< shows or hides it, in QKeySequence's portable text
    QWidget* (*make)(Session&, QWidget* parent);   ///< called when it is first shown
};

}
