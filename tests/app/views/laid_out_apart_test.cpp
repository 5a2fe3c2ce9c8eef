#include "app/views/laid_out_apart.h"

#include "app/views/layout.h"
#include "app/views/wrapped_text.h"
#include "tests/support/test_main.h"

#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace arabesque;

namespace {

/// A column of texts.
class Column final : public LaidOutApart {
public:
    explicit Column(QWidget* parent) : LaidOutApart(parent) {
        auto* all = new QWidget(this);
        m_layout = new QVBoxLayout(all);
        m_layout->setContentsMargins(0, 0, 0, 0);
        m_layout->setSpacing(0);
        add(QStringLiteral("One"));
        setContent(all);
    }

    WrappedText* add(const QString& text) {
        auto* added = new WrappedText(Role::Text, m_layout->parentWidget(), text);
        m_layout->addWidget(added);
        added->show();
        return added;
    }
    void empty() {
        delete content();
        setContent(nullptr);
    }

private:
    QVBoxLayout* m_layout;
};

/// A column above a button.
struct Page {
    QWidget page;
    Column* column = new Column(&page);
    QPushButton* below = new QPushButton(&page);

    Page() {
        auto* layout = new QVBoxLayout(&page);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        layout->addWidget(column);
        layout->addWidget(below);
        layout->addStretch(1);
        page.resize(300, 400);
        page.show();
        QCoreApplication::processEvents();
    }
};

}

class LaidOutApartTest final : public QObject {
    Q_OBJECT

private slots:
    void itsContentTakesAllOfIt() {
        const Page shown;
        const auto* text = shown.column->findChild<WrappedText*>();
        QCOMPARE(text->width(), 300);
        QCOMPARE(shown.column->height(), text->height());
        shown.column->setContentsMargins(12, 0, 0, 5);
        layOutNow();
        QCOMPARE(text->width(), 288);
        QCOMPARE(shown.column->height(), text->height() + 5);
    }

    void whatIsBelowMovesWhenItGrowsAndShrinks() {
        const Page shown;
        const int before = shown.below->y();
        WrappedText* more = shown.column->add(QStringLiteral("Two"));
        layOutNow();
        QCOMPARE(shown.below->y(), before + more->height());
        more->setText(
            QStringLiteral("Two, and so many words more that no line of this column has room for them all"));
        layOutNow();
        QCOMPARE(shown.below->y(), before + more->heightForWidth(300));
        delete more;
        layOutNow();
        QCOMPARE(shown.below->y(), before);
    }

    void whatIsAroundCanBeLaidOutAtOnce() {
        const Page shown;
        const int before = shown.below->y();
        WrappedText* more = shown.column->add(QStringLiteral("Two"));
        LaidOutApart::layOutAround(more);
        QCOMPARE(shown.below->y(), before + more->heightForWidth(300));
    }

    void whatChangesWhileItIsHiddenIsSeenWhenItIsShown() {
        const Page shown;
        shown.column->hide();
        WrappedText* more = shown.column->add(QStringLiteral("Two"));
        more->setMinimumWidth(220);
        QCOMPARE(shown.column->heightForWidth(300), 2 * more->heightForWidth(300));
        QCOMPARE(shown.column->minimumSizeHint().width(), 220);
        shown.column->show();
        layOutNow();
        QCOMPARE(shown.column->minimumSizeHint().width(), 220);
        QCOMPARE(shown.below->y(), 2 * more->heightForWidth(300));
    }

    void withoutContentItIsAsHighAsItMustBe() {
        const Page shown;
        shown.column->empty();
        shown.column->setMinimumHeight(123);
        layOutNow();
        QCOMPARE(shown.column->height(), 123);
        QCOMPARE(shown.below->y(), 123);
    }
};

ARABESQUE_TEST(LaidOutApartTest)
#include "laid_out_apart_test.moc"
