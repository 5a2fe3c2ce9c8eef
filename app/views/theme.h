#pragma once

#include "core/text/diagnostic.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QStringList>

class QApplication;

namespace arabesque {

/// Every colour of the program; each has one value in the light and one in the dark theme.
enum class Role {
    Window,   ///< bars, docks
    Base,     ///< pages, text, fields
    Raised,   ///< buttons, headers, cards
    Hover,
    Border,
    Outline,   ///< of fields: at least 3:1 against Base
    Text,
    Muted,   ///< secondary text: still at least 4.5:1
    Accent,
    OnAccent,
    AccentSoft,   ///< selection, the current field
    Lit,          ///< lines made by the selected setting
    Line,         ///< the current line of a text
    Error,
    Warning,
    Info,
    Success,
    WarningSoft,
    ErrorSoft,
    SuccessSoft,
    Count
};

enum class Scheme { System, Light, Dark };

[[nodiscard]] QColor colour(Role role);
[[nodiscard]] QColor colour(Role role, bool dark);
[[nodiscard]] bool isDark();
[[nodiscard]] Role roleOf(Severity severity);

/// Sets style, palette, style sheet and font, and follows the system's scheme from now on with Scheme::System.
void applyTheme(QApplication& application, Scheme scheme);

/// The monospaced font, a little smaller than the interface's.
[[nodiscard]] QFont codeFont();

/// A drawing of resources/icons, drawn in the role's colour when painted: it follows theme and scale.
[[nodiscard]] QIcon icon(const QString& name, Role role = Role::Muted);
[[nodiscard]] QIcon icon(Severity severity);

}
