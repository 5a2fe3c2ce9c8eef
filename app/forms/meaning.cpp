#include "app/forms/meaning.h"

#include "core/schema/duration.h"
#include "core/schema/quantity.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace arabesque {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("meaning", text);
}

QString rounded(double number) {
    const QLocale locale;
    QString text = locale.toString(number, 'f', 2);
    while (text.endsWith(QLatin1Char('0'))) text.chop(1);
    if (text.endsWith(locale.decimalPoint())) text.chop(locale.decimalPoint().size());
    return text;
}

QString amountOfCores(double cores) {
    if (cores == 1) return tr("one core");
    if (cores == 0.5) return tr("half a core");
    if (cores == 0.25) return tr("a quarter of a core");
    if (cores < 1) return tr("%1 % of a core").arg(rounded(cores * 100));
    return tr("%1 cores").arg(rounded(cores));
}

QString counted(const char* words, qlonglong number) {
    return QCoreApplication::translate("meaning", words, nullptr, static_cast<int>(number));
}

/// In the two largest units that are there: "1 hour 30 minutes".
QString amountOfTime(double seconds) {
    if (seconds < 1) return seconds == 0 ? tr("no time") : tr("%1 milliseconds").arg(rounded(seconds * 1000));
    if (seconds < 60) return seconds == 1 ? tr("one second") : tr("%1 seconds").arg(rounded(seconds));
    if (seconds > 1e9) return {};
    constexpr std::pair<int, const char*> units[] = {{86400, QT_TRANSLATE_NOOP("meaning", "%n day(s)")},
                                                     {3600, QT_TRANSLATE_NOOP("meaning", "%n hour(s)")},
                                                     {60, QT_TRANSLATE_NOOP("meaning", "%n minute(s)")},
                                                     {1, QT_TRANSLATE_NOOP("meaning", "%n second(s)")}};
    QStringList parts;
    auto rest = std::llround(seconds);
    for (const auto& [size, words] : units) {
        if (rest >= size && parts.size() < 2) parts << counted(words, rest / size);
        rest %= size;
    }
    return parts.join(QLatin1Char(' '));
}

QString amountOfBytes(double bytes) {
    constexpr double gibibyte = 1073741824.0;
    constexpr double mebibyte = 1048576.0;
    QString words = bytes == gibibyte       ? tr("one gibibyte")
                    : bytes == gibibyte / 2 ? tr("half a gibibyte")
                    : bytes == gibibyte / 4 ? tr("a quarter of a gibibyte")
                    : bytes >= gibibyte     ? tr("%1 gibibytes").arg(rounded(bytes / gibibyte))
                    : bytes >= mebibyte     ? tr("%1 mebibytes").arg(rounded(bytes / mebibyte))
                                            : QString();
    QString exact = bytes < 9e15
                        ? tr("%1 bytes").arg(QLocale().toString(static_cast<qlonglong>(std::llround(bytes))))
                        : QString();
    if (words.isEmpty()) return exact;
    return exact.isEmpty() ? words : words + QStringLiteral(" = ") + exact;
}

}

QString meaningOf(std::string_view quantity, Meaning meaning) {
    if (meaning == Meaning::Duration) {
        const auto seconds = readDuration(quantity);
        return seconds ? amountOfTime(seconds->seconds) : QString();
    }
    const auto number = readQuantity(quantity);
    if (!number || *number < 0) return {};
    if (meaning == Meaning::Cpu) return amountOfCores(*number);
    if (meaning == Meaning::Memory || meaning == Meaning::Bytes) return amountOfBytes(*number);
    return {};
}

}
