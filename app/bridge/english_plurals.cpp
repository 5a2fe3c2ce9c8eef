#include "app/bridge/english_plurals.h"

namespace arabesque {

QString EnglishPlurals::translate(const char*, const char* source, const char*, int n) const {
    if (n < 0) return {};
    QString text = QString::fromUtf8(source);
    return text.contains(QLatin1String("(s)"))
               ? text.replace(QLatin1String("(s)"), n == 1 ? QLatin1String() : QLatin1String("s"))
               : QString();
}

}
