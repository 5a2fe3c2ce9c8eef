#pragma once

#include "core/text/diagnostic.h"

#include <QPoint>

#include <vector>

class QWidget;

namespace arabesque {

class Session;

/// Offers the cures of `findings` at a point of the screen, and `actions` that may be taken where nothing is wrong;
/// without any it says so. The same menu everywhere.
void openFixMenu(Session& session, const std::vector<Diagnostic>& findings, QWidget* parent,
                 const QPoint& position, const std::vector<Fix>& actions = {});

}
