#pragma once

#include "core/analysis/analysis.h"

#include <QPoint>

#include <vector>

class QWidget;

namespace arabesque {

class Session;

/// Offers the cures of `findings` at a point of the screen, one and all of a kind, to accept them and to read about their
/// rule, and `actions` that may be taken where nothing is wrong; without any it says so. The same menu everywhere.
/// A cure that changes more than one place is shown before it is applied.
void openFixMenu(Session& session, const std::vector<Diagnostic>& findings, QWidget* parent,
                 const QPoint& position, const std::vector<Fix>& actions = {});

/// Offers to list an accepted finding again.
void openAcceptedMenu(Session& session, const AcceptedFinding& accepted, QWidget* parent,
                      const QPoint& position);

}
