#include "core/generate/sql_writer.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

class SqlWriterTest : public QObject {
    Q_OBJECT

private slots:
    void namesAreQuoted() {
        QCOMPARE(sqlName(SqlDialect::PostgreSql, "apim_db"), std::string("\"apim_db\""));
        QCOMPARE(sqlName(SqlDialect::MySql, "apim_db"), std::string("`apim_db`"));
    }

    void whatWouldEndANameIsDoubled() {
        QCOMPARE(sqlName(SqlDialect::PostgreSql, "a\"b`c"), std::string("\"a\"\"b`c\""));
        QCOMPARE(sqlName(SqlDialect::MySql, "a\"b`c"), std::string("`a\"b``c`"));
    }

    void textIsQuotedAsTheDialectReadsIt() {
        QCOMPARE(sqlText(SqlDialect::PostgreSql, "it's \\"), std::string("'it''s \\'"));
        QCOMPARE(sqlText(SqlDialect::MySql, "it's \\"), std::string("'it''s \\\\'"));
    }
};

ARABESQUE_TEST(SqlWriterTest)

#include "sql_writer_test.moc"
