#include "app/views/field_text.h"

#include "app/bridge/text.h"
#include "app/views/theme.h"

#include <QCoreApplication>

#include <algorithm>

namespace arabesque {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("help", text);
}

QString wordFor(const Field& field) {
    if (!field.typeText.empty()) return toQt(field.typeText);
    switch (field.type) {
    case ValueType::String: return tr("text");
    case ValueType::Integer: return tr("whole number");
    case ValueType::Float: return tr("number");
    case ValueType::Boolean: return tr("true or false");
    case ValueType::StringList: return tr("list of texts");
    case ValueType::Any: return tr("any TOML value");
    }
    return {};
}

QString limitsOf(const Field& field) {
    if (field.least && field.most) return tr("%1 to %2").arg(*field.least).arg(*field.most);
    if (field.least) return tr("at least %1").arg(*field.least);
    if (field.most) return tr("at most %1").arg(*field.most);
    QStringList choices;
    for (const std::string& choice : field.choices) choices << toQt(choice);
    return choices.join(QStringLiteral(", "));
}

QString unitOf(const Field& field) {
    switch (field.meaning) {
    case Meaning::Memory: return tr("bytes; Ki, Mi and Gi count in 1024s");
    case Meaning::Cpu: return tr("cores; m is a thousandth of one");
    case Meaning::Percent: return tr("percent");
    case Meaning::Duration:
        return field.type == ValueType::String ? tr("time, such as 30s or 5m") : tr("seconds");
    case Meaning::Bytes: return tr("bytes");
    default: return {};
    }
}

QString sinceOf(const Field& field) {
    if (!field.since.empty()) return tr("Ballerina %1").arg(toQt(field.since));
    return field.typeText.empty() ? tr("every release") : QString();   // of a program the source says all
}

QString headText(const QString& title, const QString& summary) {
    return QStringLiteral("<p style=\"margin:0 0 6px 0\"><b>%1</b></p><p style=\"margin:0 0 8px 0\">%2</p>")
        .arg(title.toHtmlEscaped(), summary.toHtmlEscaped());
}

/// One fact under its name; nothing where there is none.
QString factText(const QString& name, const QString& value) {
    if (value.isEmpty()) return {};
    return QStringLiteral("<p style=\"margin:0 0 4px 0\"><span style=\"color:%1\">%2</span><br>%3</p>")
        .arg(colour(Role::Muted).name(), name, value.toHtmlEscaped());
}

/// May be broken behind each of its dots.
QString pathText(std::string_view path) {
    return toQt(path).replace(QLatin1Char('.'), QStringLiteral(".\u200B"));
}

/// The default that takes effect, and what people may have read elsewhere.
QString defaultOf(const Field& field, const std::string& fallback) {
    const QString note = translated(field.fallbackNote);
    if (!fallback.empty()) return note.isEmpty() ? toQt(fallback) : tr("%1 — %2").arg(toQt(fallback), note);
    return !note.isEmpty() ? note : field.required ? tr("none: the key is required") : tr("none");
}

/// Which keys the table knows instead, where they are few enough to read.
QString unknownKeyText(const Schema& schema, const toml::Path& key) {
    constexpr std::size_t readable = 30;
    const std::vector<std::string> known = schema.namesIn(Schema::patternOf({key.begin(), key.end() - 1}));
    QStringList names;
    for (const std::string& name : known) names << toQt(name);
    return headText(toQt(toml::toText({key.back()})),
                    tr("Not known to this version. The key stays in the file as it is written.")) +
           factText(tr("Key"), pathText(toml::toText(key))) +
           factText(tr("Known in its place"),
                    known.size() > readable ? QString() : names.join(QStringLiteral(", ")));
}

}

QString labelOf(const Field& field) {
    const QString label = field.labelText.empty() ? translated(field.label) : toQt(field.labelText);
    return label.isEmpty() ? toQt(field.path.substr(field.path.rfind('.') + 1)) : label;
}

QString summaryOf(const Field& field) {
    return field.summaryText.empty() ? translated(field.summary) : toQt(field.summaryText);
}

QString labelOf(const Table& table) {
    const QString label = table.labelText.empty() ? translated(table.label) : toQt(table.labelText);
    return label.isEmpty() ? toQt(table.path) : label;
}

QString summaryOf(const Table& table) {
    return table.summaryText.empty() ? translated(table.summary) : toQt(table.summaryText);
}

QString helpText(const Field& field, const std::string& fallback) {
    QString text = headText(labelOf(field), summaryOf(field));
    if (field.dead) {
        text += QStringLiteral("<p style=\"margin:0 0 8px 0;color:%1\">%2</p>")
                    .arg(colour(Role::Warning).name(), tr("Accepted, but it changes no generated file."));
    }
    const auto add = [&](const QString& name, const QString& value) { text += factText(name, value); };
    add(tr("Key"), pathText(field.path));
    add(tr("Type"), field.required ? tr("%1, required").arg(wordFor(field)) : wordFor(field));
    add(tr("Unit"), unitOf(field));
    add(tr("Allowed"), limitsOf(field));
    add(tr("Default"), defaultOf(field, fallback));
    if (!field.hint.empty() && field.hint != fallback)
        add(tr("The tool's own template shows"), toQt(field.hint));
    add(tr("Since"), sinceOf(field));
    add(tr("Source"), toQt(field.source));
    return text;
}

QString helpText(const Session& session, const Selection& selection) {
    const Schema* schema = session.schema(selection.document);
    if (!schema || selection.path.empty()) return {};
    for (toml::Path path = selection.path; !path.empty(); path.pop_back())
        if (const Field* field = schema->field(path)) {
            const auto derived = fallbackOf(*session.analysis(), selection.document, *field);
            return helpText(*field, derived ? *derived.value() : field->fallback);
        }
    if (const Table* table = schema->table(selection.path))
        return headText(labelOf(*table), summaryOf(*table)) + factText(tr("Key"), pathText(table->path));
    const std::vector<toml::Path> unknown = session.unknownKeys(selection.document);
    for (toml::Path path = selection.path; !path.empty(); path.pop_back())
        if (std::ranges::contains(unknown, path)) return unknownKeyText(*schema, path);
    return {};
}

}
