#pragma once

#include "app/forms/field_row.h"
#include "app/forms/form_page.h"
#include "app/views/wrapped_text.h"
#include "tests/app/project_on_disk.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>
#include <string>

namespace arabesque {

/// The form of a document of the sample, or of other text, shown.
class OpenedForm {
public:
    explicit OpenedForm(const char* file = "Cloud.toml", const char* text = nullptr,
                        const char* project = "resources/examples/order-service")
        : m_file(file), m_project(project) {
        ok = (!text || writeFile(m_project.path() / file, text)) && session.open(m_project.path()) &&
             settle(session);
        session.navigation().openPage(file);
        page = std::make_unique<FormPage>(session, file);
        page->resize(900, 700);
        page->show();
        page->activateWindow();
        ok = ok && QTest::qWaitForWindowActive(page.get());
    }

    [[nodiscard]] FieldRow* row(const char* pattern) const {
        const auto rows = page->rows();
        const auto found =
            std::ranges::find_if(rows, [&](const FieldRow* row) { return row->field().path == pattern; });
        if (found == rows.end()) qFatal("no row for %s", pattern);
        return *found;
    }
    [[nodiscard]] QStringList shown() const {
        QStringList keys;
        for (const FieldRow* row : page->rows())
            if (row->isVisible()) keys << QString::fromStdString(row->field().path);
        return keys;
    }
    [[nodiscard]] std::string text() const { return std::string(session.snapshot()->text(m_file)); }
    /// Everything a row says in words.
    [[nodiscard]] static QString words(const FieldRow& row) {
        QStringList all;
        for (const auto* label : row.findChildren<QLabel*>())
            if (label->isVisible() && !label->text().isEmpty()) all << label->text();
        for (const auto* text : row.findChildren<WrappedText*>())
            if (text->isVisible() && !text->text().isEmpty()) all << text->text();
        return all.join(QStringLiteral(" | "));
    }
    [[nodiscard]] QLineEdit* filter() const {
        for (auto* line : page->findChildren<QLineEdit*>())
            if (line->placeholderText() == QLatin1String("Filter settings")) return line;
        qFatal("no filter");
    }
    [[nodiscard]] QToolButton* toggle(const char* name) const {
        for (auto* button : page->findChildren<QToolButton*>())
            if (button->accessibleName() == QLatin1String(name)) return button;
        qFatal("no button %s", name);
    }

    Session session;
    std::unique_ptr<FormPage> page;
    bool ok = false;

private:
    std::string m_file;
    SampleOnDisk m_project;
};

}
