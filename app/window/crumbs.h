#pragma once

#include "app/views/shaped_texts.h"

#include <QStringList>
#include <QWidget>

namespace arabesque {

/// Where one is: a page in bold and, after it, what is selected there, from the outside in. What has no room is cut. No
/// label, which would be laid out with the whole window for each setting the cursor passes.
class Crumbs final : public QWidget {
public:
    explicit Crumbs(QWidget* parent);

    void setPlace(const QString& page, const QStringList& inside);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_page;
    QStringList m_inside;
    ShapedTexts m_bold;
    ShapedTexts m_plain;
};

}
