#include "app/bridge/english_plurals.h"
#include "app/bridge/text.h"
#include "app/session/session.h"
#include "app/views/theme.h"
#include "app/window/main_window.h"
#include "app/window/shots.h"
#include "app/window/startup_time.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

#include <cstdio>
#include <optional>

using namespace arabesque;

namespace {

/// What the command line asks for.
struct Request {
    Scheme scheme = Scheme::System;
    QString shots;
    bool startupTime = false;
    QString project;
};

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Deployment designer for Ballerina and WSO2 Integrator."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("project"),
        QCoreApplication::translate("main", "Folder with Ballerina.toml, or a .bal file."),
        QStringLiteral("[PROJECT]"));
    parser.addOptions({
        {QStringLiteral("theme"),
         QCoreApplication::translate("main", "light or dark, whatever the system says."),
         QStringLiteral("scheme")},
        {QStringLiteral("shots"),
         QCoreApplication::translate("main", "Write a picture of every page into <folder> and quit."),
         QStringLiteral("folder")},
        {QStringLiteral("startup-time"),
         QCoreApplication::translate("main", "Print the time until the first picture is painted and quit.")},
    });
}

std::optional<Request> readArguments(const QCoreApplication& application) {
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    Request request;
    const QString theme = parser.value(QStringLiteral("theme"));
    if (!theme.isEmpty() && theme != QLatin1String("light") && theme != QLatin1String("dark")) {
        std::fputs("arabesque: --theme is light or dark\n", stderr);
        return {};
    }
    if (!theme.isEmpty()) request.scheme = theme == QLatin1String("dark") ? Scheme::Dark : Scheme::Light;
    request.shots = parser.value(QStringLiteral("shots"));
    request.startupTime = parser.isSet(QStringLiteral("startup-time"));
    if (!parser.positionalArguments().isEmpty()) request.project = parser.positionalArguments().constFirst();
    return request;
}

}

int main(int argc, char** argv) {
    const StartupClock clock;
    QCoreApplication::setOrganizationName(QStringLiteral("arabesque"));
    QCoreApplication::setApplicationName(QStringLiteral("arabesque"));
    QCoreApplication::setApplicationVersion(MainWindow::version());
    QApplication application(argc, argv);
    EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    const auto request = readArguments(application);
    if (!request) return 2;
    applyTheme(application, request->scheme);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/arabesque.svg")));
    if (!request->shots.isEmpty()) return takeShots(application, request->shots, request->project);

    Session session;
    MainWindow window(session);
    if (!request->project.isEmpty() && !window.open(fromQt(request->project)) && request->startupTime)
        return 2;
    if (request->startupTime) clock.reportFirstPaint(window);
    window.show();
    return QApplication::exec();
}
