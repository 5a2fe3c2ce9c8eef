#pragma once

#include <QString>

class QApplication;

namespace arabesque {

/// Writes a picture of every page of the window at 1280 x 720 into `folder`, in both themes; without a project
/// only the start page and what needs none. Returns the exit code.
[[nodiscard]] int takeShots(QApplication& application, const QString& folder, const QString& project);

}
