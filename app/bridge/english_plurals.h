#pragma once

#include <QTranslator>

namespace arabesque {

/// The last resort for counted texts: without a translation "%n file(s)" becomes "1 file" or "2 files".
class EnglishPlurals final : public QTranslator {
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation,
                                    int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }
};

}
