#include "app/bridge/text.h"

#include <QCoreApplication>

namespace arabesque {

QString toQt(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string fromQt(QStringView text) {
    return text.toUtf8().toStdString();
}

QByteArray toBytes(const std::string& text) {
    return QByteArray::fromStdString(text);
}

std::string fromBytes(const QByteArray& bytes) {
    return bytes.toStdString();
}

QString translated(MessageText text) {
    return text.empty() ? QString() : QCoreApplication::translate(text.context, text.text);
}

QString translated(const Message& message) {
    return toQt(filledIn(fromQt(translated(message.source)), message.arguments));
}

}
