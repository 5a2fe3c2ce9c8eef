#pragma once

#include "core/ballerina/package_facts.h"

#include <QString>
#include <QStringList>

namespace arabesque::ballerina::tests {

inline Source source(std::string file, std::string text) {
    auto module = moduleOf(file).value();
    return {.file = std::move(file),
            .module = std::move(module),
            .text = std::make_shared<const std::string>(std::move(text))};
}

/// A package of one source, main.bal.
inline PackageFacts scanned(std::string text) {
    return scan({source("main.bal", std::move(text))});
}

inline QString covered(const std::string& text, const Place& place) {
    return QString::fromStdString(text.substr(place.range.begin, place.range.size()));
}

/// "/orders 9090 9091": path and ports, one service a line.
inline QString services(const PackageFacts& facts) {
    QStringList lines;
    for (const Service& service : facts.services) {
        QString line = QString::fromStdString(service.path);
        for (const Port& port : service.ports) line += QStringLiteral(" %1").arg(port.number);
        lines += line;
    }
    return lines.join('\n');
}

/// "C2C_002 name": code and covered text of what is wrong, one diagnostic a line.
inline QString problems(const std::string& text) {
    QStringList lines;
    for (const Diagnostic& diagnostic : scanned(text).diagnostics) {
        const auto& id = diagnostic.code.empty() ? diagnostic.rule : diagnostic.code;
        lines += QString::fromStdString(id) + ' ' + covered(text, diagnostic.place);
    }
    return lines.join('\n');
}

}
