#include "app/forms/meaning.h"

#include "core/schema/quantity.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

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
    const auto number = readQuantity(quantity);
    if (!number || *number < 0) return {};
    if (meaning == Meaning::Cpu) return amountOfCores(*number);
    if (meaning == Meaning::Memory) return amountOfBytes(*number);
    return {};
}

}
