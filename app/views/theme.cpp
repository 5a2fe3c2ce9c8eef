#include "app/views/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPalette>
#include <QStyleHints>

#include <array>

namespace arabesque {

namespace {

struct Pair {
    QRgb light;
    QRgb dark;
};

constexpr std::array<Pair, static_cast<std::size_t>(Role::Count)> table{{
    {0xFFF4F5F7, 0xFF1A1C20},   // Window
    {0xFFFFFFFF, 0xFF141619},   // Base
    {0xFFFFFFFF, 0xFF24272D},   // Raised
    {0xFFE9EBEF, 0xFF2B2F37},   // Hover
    {0xFFDDE0E6, 0xFF30343C},   // Border
    {0xFF868E9C, 0xFF6B7484},   // Outline
    {0xFF1A1E26, 0xFFE3E6EB},   // Text
    {0xFF5A6372, 0xFF9BA4B3},   // Muted
    {0xFF2A5BD7, 0xFF7BA4FF},   // Accent
    {0xFFFFFFFF, 0xFF0E1320},   // OnAccent
    {0xFFE4ECFD, 0xFF223051},   // AccentSoft
    {0xFFFFF1C2, 0xFF423812},   // Lit
    {0xFFF3F5F9, 0xFF1E2127},   // Line
    {0xFFBE1E2D, 0xFFFF8078},   // Error
    {0xFF8F5300, 0xFFE8B644},   // Warning
    {0xFF1F62A6, 0xFF70B7FF},   // Info
    {0xFF1A7440, 0xFF5CCB8B},   // Success
    {0xFFFFF5E0, 0xFF362C14},   // WarningSoft
    {0xFFFDECEC, 0xFF3D1F20},   // ErrorSoft
    {0xFFE6F5EC, 0xFF173324},   // SuccessSoft
}};

constexpr std::array<const char*, static_cast<std::size_t>(Role::Count)> names{
    "@window",  "@base",   "@raised",    "@hover",        "@border",     "@outline",     "@text",
    "@muted",   "@accent", "@on-accent", "@accent-soft",  "@lit",        "@line",        "@error",
    "@warning", "@info",   "@success",   "@warning-soft", "@error-soft", "@success-soft"};

QPalette paletteOf(bool dark) {
    const auto of = [dark](Role role) { return colour(role, dark); };
    QPalette palette;
    palette.setColor(QPalette::Window, of(Role::Window));
    palette.setColor(QPalette::WindowText, of(Role::Text));
    palette.setColor(QPalette::Base, of(Role::Base));
    palette.setColor(QPalette::AlternateBase, of(Role::Line));
    palette.setColor(QPalette::Text, of(Role::Text));
    palette.setColor(QPalette::Button, of(Role::Raised));
    palette.setColor(QPalette::ButtonText, of(Role::Text));
    palette.setColor(QPalette::BrightText, of(Role::Error));
    palette.setColor(QPalette::Highlight, of(Role::Accent));
    palette.setColor(QPalette::HighlightedText, of(Role::OnAccent));
    palette.setColor(QPalette::Accent, of(Role::Accent));
    palette.setColor(QPalette::Link, of(Role::Accent));
    palette.setColor(QPalette::LinkVisited, of(Role::Accent));
    palette.setColor(QPalette::ToolTipBase, of(Role::Raised));
    palette.setColor(QPalette::ToolTipText, of(Role::Text));
    palette.setColor(QPalette::PlaceholderText, of(Role::Muted));
    palette.setColor(QPalette::Light, of(Role::Raised));
    palette.setColor(QPalette::Midlight, of(Role::Hover));
    palette.setColor(QPalette::Mid, of(Role::Border));
    palette.setColor(QPalette::Dark, of(Role::Outline));
    palette.setColor(QPalette::Shadow, of(Role::Border));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, of(Role::Muted));
    }
    return palette;
}

QString styleSheetOf(bool dark) {
    QFile file(QStringLiteral(":/themes/window.qss"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QString sheet = QString::fromLatin1(file.readAll());
    sheet.replace(QLatin1String("@mode"), QLatin1String(dark ? "dark" : "light"));
    for (std::size_t i = table.size(); i-- > 0;) {   // backwards: "@accent-soft" before "@accent"
        const auto role = static_cast<Role>(i);
        if (QLatin1String(names[i]).contains(QLatin1Char('-'))) {
            sheet.replace(QLatin1String(names[i]), colour(role, dark).name());
        }
    }
    for (std::size_t i = 0; i < table.size(); ++i) {
        sheet.replace(QLatin1String(names[i]), colour(static_cast<Role>(i), dark).name());
    }
    return sheet;
}

QFont interfaceFont() {
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    QStringList families{QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")};
    const QString platform = QGuiApplication::platformName();
    if (platform != QLatin1String("offscreen") && platform != QLatin1String("minimal")) {
        families.prepend(font.family());
    }
    font.setFamilies(families);
    if (font.pointSizeF() < 9.5) font.setPointSizeF(10);
    return font;
}

void dress(QApplication& application, bool dark) {
    application.setPalette(paletteOf(dark));
    application.setStyleSheet(styleSheetOf(dark));
}

}

QColor colour(Role role, bool dark) {
    const Pair& pair = table[static_cast<std::size_t>(role)];
    return QColor::fromRgb(dark ? pair.dark : pair.light);
}

bool isDark() {
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

QColor colour(Role role) {
    return colour(role, isDark());
}

Role roleOf(Severity severity) {
    switch (severity) {
    case Severity::Error: return Role::Error;
    case Severity::Warning: return Role::Warning;
    case Severity::Info: return Role::Info;
    }
    return Role::Info;
}

void applyTheme(QApplication& application, Scheme scheme) {
    QApplication::setStyle(QStringLiteral("Fusion"));
    application.setFont(interfaceFont());
    QStyleHints* hints = QGuiApplication::styleHints();
    const auto isSystemDark = [hints] { return hints->colorScheme() == Qt::ColorScheme::Dark; };
    QObject::disconnect(hints, &QStyleHints::colorSchemeChanged, &application, nullptr);
    if (scheme == Scheme::System) {
        QObject::connect(hints, &QStyleHints::colorSchemeChanged, &application,
                         [&application, isSystemDark] { dress(application, isSystemDark()); });
    }
    dress(application, scheme == Scheme::System ? isSystemDark() : scheme == Scheme::Dark);
}

QFont codeFont() {
    QFont font = QApplication::font();
    font.setFamilies({QStringLiteral("JetBrains Mono"), QStringLiteral("Noto Sans Mono"),
                      QStringLiteral("DejaVu Sans Mono"), QStringLiteral("monospace")});
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(std::max(9.0, font.pointSizeF() - 0.5));
    return font;
}

}
