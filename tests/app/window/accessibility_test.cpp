#include "app/forms/form_page.h"
#include "app/views/theme.h"
#include "app/views/views.h"
#include "app/window/editor_area.h"
#include "app/window/main_window.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>

#include <cmath>

using namespace arabesque;

namespace {

bool isInteractive(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QAbstractItemView*>(widget);
}

/// Parts that Qt puts inside its own compound widgets speak through those.
bool isPartOfAnother(const QWidget* widget) {
    return widget->objectName().startsWith(QLatin1String("qt_")) ||
           qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) ||
           qobject_cast<const QComboBox*>(widget->parentWidget()) ||
           qobject_cast<const QAbstractItemView*>(widget->parentWidget()) ||
           widget->inherits("QComboBoxListView") || widget->inherits("QLineEditIconButton");
}

QStringList namelessIn(const QWidget& root) {
    QStringList nameless;
    for (const auto* widget : root.findChildren<QWidget*>()) {
        if (!isInteractive(widget) || isPartOfAnother(widget)) continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (widget->accessibleName().isEmpty() && (button == nullptr || button->text().isEmpty())) {
            nameless << QStringLiteral("%1 '%2' in %3")
                            .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                                 QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
        }
    }
    return nameless;
}

double luminance(const QColor& colour) {
    const auto channel = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
           0.0722 * channel(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}

class AccessibilityTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }

    void everyInteractiveWidgetHasAName() {
        const ProjectOnDisk project;
        Session session;
        MainWindow window(session);
        window.show();
        QCOMPARE(namelessIn(window).join(QLatin1Char('\n')), QString());
        QVERIFY(window.open(project.path()));
        QVERIFY(settle(session));
        window.showAs(EditorArea::splitMode());
        for (const std::string page :
             {"overview", "artifacts", "Ballerina.toml", "Cloud.toml", "Config.toml", "main.bal"}) {
            session.navigation().openPage(page);
            QCoreApplication::processEvents();
            QCOMPARE(namelessIn(window).join(QLatin1Char('\n')), QString());
        }
    }

    void shortcutsAreUnique() {
        Session session;
        MainWindow window(session);
        QStringList seen;
        for (const auto* action : window.findChildren<QAction*>()) {
            for (const QKeySequence& keys : action->shortcuts()) {
                QVERIFY2(!seen.contains(keys.toString()), qPrintable(keys.toString()));
                seen << keys.toString();
            }
        }
    }

    void mnemonicsOfAFormDoNotClash() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        for (const std::string& file : editableDocuments()) {
            FormPage page(session, file);
            page.show();
            QString taken = QStringLiteral("fevgth");   // of the menus
            int labels = 0;
            for (const auto* label : page.findChildren<QLabel*>()) {
                const qsizetype at = label->text().indexOf(QLatin1Char('&'));
                if (!label->buddy() || at < 0) continue;
                const QChar letter = label->text()[at + 1].toLower();
                QVERIFY2(!taken.contains(letter), qPrintable(label->text()));
                taken += letter;
                ++labels;
            }
            QVERIFY2(labels > 1, file.c_str());
        }
    }

    void textCanBeReadInBothThemes() {
        for (const bool dark : {false, true}) {
            for (const Role paper : {Role::Window, Role::Base, Role::Raised, Role::Line}) {
                for (const Role ink : {Role::Text, Role::Muted, Role::Accent, Role::Error, Role::Warning,
                                       Role::Info, Role::Success}) {
                    const double ratio = contrast(colour(ink, dark), colour(paper, dark));
                    QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("ink %1 on %2, dark %3: %4")
                                                          .arg(int(ink))
                                                          .arg(int(paper))
                                                          .arg(dark)
                                                          .arg(ratio)));
                }
                QVERIFY(contrast(colour(Role::Outline, dark), colour(Role::Base, dark)) >= 3);
            }
            for (const Role paper : {Role::AccentSoft, Role::Lit, Role::WarningSoft, Role::ErrorSoft,
                                     Role::SuccessSoft, Role::Hover}) {
                QVERIFY(contrast(colour(Role::Text, dark), colour(paper, dark)) >= 4.5);
            }
            QVERIFY(contrast(colour(Role::OnAccent, dark), colour(Role::Accent, dark)) >= 4.5);
        }
    }

private:
    QTemporaryDir m_settings;
};

ARABESQUE_TEST(AccessibilityTest)
#include "accessibility_test.moc"
