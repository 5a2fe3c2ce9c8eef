#pragma once

#include "core/text/diagnostic.h"

#include <QPoint>

#include <vector>

class QWidget;

namespace arabesque {

class Session;

/// Offers the cures of `findings` at a point of the screen; without any it says so. The same menu everywhere.
void openFixMenu(Session& session, const std::vector<Diagnostic>& findings, QWidget* parent,
                 const QPoint& position);

}
