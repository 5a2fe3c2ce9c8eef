// TESTS             runs every test class
// TESTS CLASS ...   runs one, with Qt Test's own arguments
// TESTS --list      names them

#include "tests/support/test_main.h"

#include <QStandardPaths>
#include <QTest>

#ifdef QT_WIDGETS_LIB
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

namespace arabesque::tests {
namespace {

using Tests = std::map<std::string_view, std::unique_ptr<QObject> (*)()>;

Tests& allTests() {
    static Tests tests;
    return tests;
}

int listTests() {
    for (const auto& [name, make] : allTests()) std::puts(std::string(name).c_str());
    return EXIT_SUCCESS;
}

int runAll(const QStringList& arguments) {
    int failures = 0;
    for (const auto& [name, make] : allTests()) failures += QTest::qExec(make().get(), arguments);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int runOne(QStringList arguments) {
    const std::string name = arguments.takeAt(1).toStdString();
    const auto test = allTests().find(name);
    if (test == allTests().end()) {
        std::fprintf(stderr, "no test class is called %s\n", name.c_str());
        return EXIT_FAILURE;
    }
    return QTest::qExec(test->second().get(), arguments);
}

}

bool addTest(std::string_view name, std::unique_ptr<QObject> (*make)()) {
    if (allTests().emplace(name, make).second) return true;
    std::fprintf(stderr, "two test classes are called %s\n", std::string(name).c_str());
    std::abort();
}

}

int main(int argc, char* argv[]) {
    using namespace arabesque::tests;
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    const Application application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString first = arguments.value(1);
    if (first == "--list") return listTests();
    return first.isEmpty() || first.startsWith('-') ? runAll(arguments) : runOne(arguments);
}
