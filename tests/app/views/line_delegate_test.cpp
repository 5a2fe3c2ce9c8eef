#include "app/views/line_delegate.h"

#include "app/views/theme.h"
#include "tests/support/test_main.h"

#include <QApplication>
#include <QPainter>
#include <QStandardItemModel>
#include <QTest>
#include <QTreeView>

using namespace arabesque;

namespace {

/// A list of one item, painted by the program's theme.
class Painted {
public:
    explicit Painted(const QString& text, int width = 300) {
        applyTheme(*qApp, Scheme::Light);
        auto* item = new QStandardItem(text);
        item->setForeground(colour(Role::Muted));
        m_model.appendRow(item);
        m_view.setModel(&m_model);
        m_view.setHeaderHidden(true);
        m_view.setItemDelegate(new LineDelegate(&m_view));
        m_view.resize(width, 60);
        m_view.show();
        m_image = m_view.viewport()->grab().toImage();
    }

    [[nodiscard]] bool holds(Role role) const {
        for (int x = 0; x < m_image.width(); ++x)
            if (columnHolds(x, role)) return true;
        return false;
    }
    /// The column furthest to the right that holds the colour.
    [[nodiscard]] int lastOf(Role role) const {
        int x = m_image.width() - 1;
        while (x >= 0 && !columnHolds(x, role)) --x;
        return x;
    }
    [[nodiscard]] int width() const { return m_image.width(); }

private:
    [[nodiscard]] bool columnHolds(int x, Role role) const {
        for (int y = 0; y < m_image.height(); ++y)
            if (m_image.pixel(x, y) == colour(role).rgb()) return true;
        return false;
    }

    QStandardItemModel m_model;
    QTreeView m_view;
    QImage m_image;
};

}

class LineDelegateTest final : public QObject {
    Q_OBJECT

private slots:
    void textHasTheColourOfItsModel() {
        const Painted painted(QStringLiteral("Cloud.toml:24 Cloud.toml:25"));
        QVERIFY(painted.holds(Role::Muted));
        QVERIFY(!painted.holds(Role::Text));
    }

    void itemsAreAsLargeAsThoseOfQt() {
        applyTheme(*qApp, Scheme::Light);
        QStandardItemModel model;
        model.appendRow(
            new QStandardItem(icon(QStringLiteral("fix")), QStringLiteral("Set the limit to 768Mi")));
        model.appendRow(new QStandardItem(QStringLiteral("Cloud.toml:24")));
        QTreeView view;
        view.setModel(&model);
        QStyleOptionViewItem option;
        option.initFrom(&view);
        option.widget = &view;
        option.decorationSize = view.iconSize().isValid() ? view.iconSize() : QSize(16, 16);
        const LineDelegate lines;
        const QStyledItemDelegate usual;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QSize size = lines.sizeHint(option, model.index(row, 0));
            const QSize expected = usual.sizeHint(option, model.index(row, 0));
            QCOMPARE(size.height(), expected.height());
            QVERIFY2(std::abs(size.width() - expected.width()) <= 1,
                     qPrintable(QStringLiteral("%1, not %2").arg(size.width()).arg(expected.width())));
        }
    }

    void longTextEndsBeforeItsItemDoes() {
        const Painted painted(QStringLiteral("IIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIII"), 120);
        QVERIFY(painted.holds(Role::Muted));
        QVERIFY(painted.lastOf(Role::Muted) < painted.width() - 4);
    }
};

ARABESQUE_TEST(LineDelegateTest)
#include "line_delegate_test.moc"
