#include "core/import/guide_form.h"
#include "core/import/read_lines.h"

#include <algorithm>
#include <functional>

// Forms of scripts, pipelines and SQL (topologies.md, sections 4.1, 4.3 and 4.6).

namespace arabesque {

namespace {

/// Texts that commands stand in.
bool holdsCommands(const ImportedFile& file) {
    return file.kind == ImportKind::Script || file.kind == ImportKind::Workflow ||
           file.kind == ImportKind::Text;
}

void eachOccurrence(std::string_view text, std::string_view word,
                    const std::function<void(std::size_t)>& visit) {
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + word.size()))
        visit(at);
}

/// A command from its first word to its end, over lines that a backslash joins.
std::string_view commandAt(std::string_view text, std::size_t at) {
    std::size_t end = at;
    for (;; ++end) {
        end = std::min(text.find_first_of("\n|;&", end), text.size());
        if (end == text.size() || text[end] != '\n' || end == 0 || text[end - 1] != '\\') break;
    }
    std::string_view command = text.substr(at, end - at);
    while (!command.empty() && (command.back() == ' ' || command.back() == '\r')) command.remove_suffix(1);
    return command;
}

/// Comments tell, they do nothing.
bool isInComment(std::string_view text, std::size_t at) {
    const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    const std::size_t first = text.find_first_not_of(" \t", line);
    return first <= at && text[first] == '#';
}

void eachCommand(const ImportedFile& file, std::string_view word,
                 const std::function<void(std::size_t, std::string_view)>& visit) {
    if (!holdsCommands(file)) return;
    eachOccurrence(file.text, word, [&](std::size_t at) {
        if (!isInComment(file.text, at)) visit(at, commandAt(file.text, at));
    });
}

void replaceAll(const ImportedFile& file, std::string_view wrong, std::string_view right,
                GuideFindings& findings, const Message& message) {
    eachOccurrence(file.text, wrong, [&](std::size_t at) {
        findings.at(at, message, {MESSAGE("import", "%1"), std::string(right)},
                    {findings.change({at, at + wrong.size()}, std::string(right))});
    });
}

void checkDump(const ImportedFile& file, GuideFindings& findings) {
    constexpr std::string_view tool = "mysqldump";
    eachCommand(file, "mysqldump ", [&](std::size_t at, std::string_view command) {
        if (command.contains("--single-transaction") || command.contains("--lock-all-tables")) return;
        const std::size_t end = at + tool.size();
        findings.at(
            at,
            {MESSAGE("import",
                     "mysqldump reads one table after the other: what is written meanwhile is in some of "
                     "them and not in others")},
            {MESSAGE("import", "mysqldump --single-transaction, and both databases in one go: --databases")},
            {findings.change({end, end}, " --single-transaction")});
    });
}

void checkStartScript(const ImportedFile& file, GuideFindings& findings) {
    if (!holdsCommands(file)) return;
    replaceAll(file, "wso2server.sh", "api-manager.sh", findings,
               {MESSAGE("import", "wso2server.sh is the script of 3.x; since 4.5 each role has its own")});
}

/// "-Xms2048m -Xmx2048m" of options, and all others.
std::pair<std::string, std::string> heapAndOthers(std::string_view options) {
    std::string heap, others;
    for (const LineWord& word : wordsOf(options)) {
        std::string& part = word.text.starts_with("-Xm") ? heap : others;
        part += (part.empty() ? "" : " ") + std::string(word.text);
    }
    return {heap, others};
}

void checkHeap(const ImportedFile& file, GuideFindings& findings) {
    constexpr std::string_view start = "export JAVA_OPTS=\"";
    eachCommand(file, start, [&](std::size_t at, std::string_view) {
        const std::size_t begin = at + start.size(), end = file.text.find('"', begin);
        if (end == std::string::npos) return;
        const auto [heap, others] = heapAndOthers(std::string_view(file.text).substr(begin, end - begin));
        if (heap.empty()) return;
        std::string right = "export JVM_MEM_OPTS=\"" + heap + '"';
        if (!others.empty()) right += "\nexport JAVA_OPTS=\"" + others + '"';
        findings.at(
            at,
            {MESSAGE("import",
                     "The scripts of the products set the heap by JVM_MEM_OPTS; one in JAVA_OPTS counts only "
                     "because it comes later")},
            {MESSAGE("import", "export JVM_MEM_OPTS=\"%1\""), heap}, {findings.change({at, end + 1}, right)});
    });
}

void checkVersionAddress(const ImportedFile& file, GuideFindings& findings) {
    if (!holdsCommands(file)) return;
    replaceAll(
        file, "https://localhost:8243/services/Version", "http://localhost:9763/services/Version", findings,
        {MESSAGE("import", "8243 carries APIs; /services/Version answers on 9763, and on 9443 over HTTPS")});
}

void checkIntegratorAddress(const ImportedFile& file, GuideFindings& findings) {
    if (!holdsCommands(file)) return;
    const Message message{
        MESSAGE("import", "The Micro Integrator answers health questions on 9201: /healthz and /liveness; "
                          "/readiness does not exist")};
    replaceAll(file, "https://localhost:9164/readiness", "http://localhost:9201/healthz", findings, message);
    replaceAll(file, "https://localhost:9164/liveness", "http://localhost:9201/liveness", findings, message);
}

void checkSetImage(const ImportedFile& file, GuideFindings& findings) {
    if (!file.text.contains("helm upgrade") && !file.text.contains("helm install")) return;
    eachCommand(file, "kubectl set image", [&](std::size_t at, std::string_view) {
        findings.at(
            at,
            {MESSAGE("import",
                     "Helm owns this release: what kubectl sets is gone with its next upgrade, and its "
                     "rollback brings back another image")},
            {MESSAGE("import", "helm upgrade RELEASE CHART --reuse-values --set image.tag=TAG --wait")});
    });
}

void checkApiImport(const ImportedFile& file, GuideFindings& findings) {
    eachCommand(file, "apictl import api", [&](std::size_t at, std::string_view command) {
        if (command.contains("--params")) return;
        const std::size_t end = at + command.size();
        findings.at(at,
                    {MESSAGE("import", "Without --params the parameters of the environment are not applied")},
                    {MESSAGE("import", "apictl import api … --params api_params.yaml")},
                    {findings.change({end, end}, " --params api_params.yaml")});
    });
}

void checkApiExport(const ImportedFile& file, GuideFindings& findings) {
    eachCommand(file, "apictl export api", [&](std::size_t at, std::string_view command) {
        if (command.contains("--rev") || command.contains("--latest")) return;
        const std::size_t end = at + command.size();
        findings.at(
            at,
            {MESSAGE("import",
                     "Without --rev or --latest the working copy is exported, without the environments it "
                     "is deployed to")},
            {MESSAGE("import", "apictl export api … --latest, or --rev NUMBER")},
            {findings.change({end, end}, " --latest")});
    });
}

void checkAudit(const ImportedFile& file, GuideFindings& findings) {
    if (file.kind != ImportKind::Sql && file.kind != ImportKind::Text) return;
    eachOccurrence(file.text, "AM_API_AUDIT", [&](std::size_t at) {
        const std::size_t before = at == 0 ? std::string::npos : file.text.rfind(';', at);
        const std::size_t from = before == std::string::npos ? 0 : before + 1;
        const std::size_t begin = std::min(file.text.find("DELETE", from), at);
        const std::size_t end = std::min(file.text.find(';', at), file.text.size() - 1);
        findings.at(at, {MESSAGE("import", "There is no table AM_API_AUDIT, so the script stops here")},
                    {MESSAGE("import", "Leave the statement out")}, {findings.withoutLines(begin, end)});
    });
}

/// Which engine it is for is told by the name or the text of the file alone.
void checkDialect(const ImportedFile& file, GuideFindings& findings) {
    if (file.kind != ImportKind::Sql) return;
    const bool isPostgres = file.name.contains("postgres") || file.name.contains("pgsql") ||
                            file.text.contains("postgres") || file.text.contains("PostgreSQL");
    if (!isPostgres) return;
    constexpr std::string_view start = "DATE_SUB(NOW(), INTERVAL ";
    eachOccurrence(file.text, start, [&](std::size_t at) {
        const std::size_t begin = at + start.size(), end = file.text.find(')', begin);
        if (end == std::string::npos) return;
        std::string span = file.text.substr(begin, end - begin);
        std::ranges::transform(span, span.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        findings.at(at, {MESSAGE("import", "DATE_SUB is MySQL's; PostgreSQL refuses it")},
                    {MESSAGE("import", "NOW() - INTERVAL '%1'"), span},
                    {findings.change({at, end + 1}, "NOW() - INTERVAL '" + span + '\'')});
    });
}

void checkPurge(const ImportedFile& file, GuideFindings& findings) {
    if (file.kind != ImportKind::Sql) return;
    eachOccurrence(file.text, "DELETE FROM IDN_OAUTH2_ACCESS_TOKEN", [&](std::size_t at) {
        findings.at(
            at,
            {MESSAGE("import",
                     "Tokens are cleaned up by the server; deleting them all at once locks its busiest "
                     "table")},
            {MESSAGE("import",
                     "Nothing, or the clean-up procedure that comes with the product, during maintenance")});
    });
}

}

extern const GuideForm dump_without_snapshot{
    .id = "dump-without-snapshot",
    .severity = Severity::Warning,
    .file = "backup.sh",
    .source = "4.6",
    .check = checkDump,
    .wrong = "#!/bin/bash\nmysqldump -u wso2carbon -p apim_db > apim_db.sql\n",
    .right = "#!/bin/bash\nmysqldump --single-transaction -u wso2carbon -p apim_db > apim_db.sql\n"};

extern const GuideForm start_script_of_three{.id = "start-script-of-three",
                                             .severity = Severity::Warning,
                                             .file = "start.sh",
                                             .source = "4.1",
                                             .check = checkStartScript,
                                             .wrong = "#!/bin/bash\nbin/wso2server.sh start\n",
                                             .right = "#!/bin/bash\nbin/api-manager.sh start\n"};

extern const GuideForm heap_in_java_options{
    .id = "heap-in-java-options",
    .severity = Severity::Info,
    .file = "start.sh",
    .source = "4.1",
    .check = checkHeap,
    .wrong = "#!/bin/bash\nexport JAVA_OPTS=\"-Xms2048m -Xmx2048m -XX:+UseG1GC\"\n",
    .right = "#!/bin/bash\nexport JVM_MEM_OPTS=\"-Xms2048m -Xmx2048m\"\nexport JAVA_OPTS=\"-XX:+UseG1GC\"\n"};

extern const GuideForm version_on_the_gateway_port{
    .id = "version-on-the-gateway-port",
    .severity = Severity::Error,
    .file = "check.sh",
    .source = "4.6",
    .check = checkVersionAddress,
    .wrong = "#!/bin/bash\ncurl -k https://localhost:8243/services/Version\n",
    .right = "#!/bin/bash\ncurl -k http://localhost:9763/services/Version\n"};

extern const GuideForm integrator_health_address{
    .id = "integrator-health-address",
    .severity = Severity::Error,
    .file = "check.sh",
    .source = "4.4",
    .check = checkIntegratorAddress,
    .wrong = "#!/bin/bash\ncurl -k https://localhost:9164/readiness\n",
    .right = "#!/bin/bash\ncurl -k http://localhost:9201/healthz\n"};

extern const GuideForm set_image_beside_helm{
    .id = "set-image-beside-helm",
    .severity = Severity::Warning,
    .file = "deploy.sh",
    .source = "4.6",
    .check = checkSetImage,
    .wrong =
        "#!/bin/bash\nhelm install gw wso2/wso2am-universal-gw\nkubectl set image deployment/gw gw=a:2\n",
    .right = "#!/bin/bash\nhelm upgrade gw wso2/wso2am-universal-gw --reuse-values --set image.tag=2\n"};

extern const GuideForm api_import_without_params{
    .id = "api-import-without-params",
    .severity = Severity::Warning,
    .file = "promote.sh",
    .source = "4.3",
    .check = checkApiImport,
    .wrong = "#!/bin/bash\napictl import api -f A.zip -e staging --update\n",
    .right = "#!/bin/bash\napictl import api -f A.zip -e staging --update --params api_params.yaml\n"};

extern const GuideForm api_export_without_revision{
    .id = "api-export-without-revision",
    .severity = Severity::Warning,
    .file = "promote.sh",
    .source = "4.3",
    .check = checkApiExport,
    .wrong = "#!/bin/bash\napictl export api -n A -v 1.0.0 -e dev\n",
    .right = "#!/bin/bash\napictl export api -n A -v 1.0.0 -e dev --latest\n"};

extern const GuideForm audit_table{
    .id = "audit-table",
    .severity = Severity::Warning,
    .file = "clean.sql",
    .source = "4.6",
    .check = checkAudit,
    .wrong = "SELECT 1;\nDELETE FROM AM_API_AUDIT\nWHERE CREATED_TIME < NOW();\nSELECT 2;\n",
    .right = "SELECT 1;\nSELECT 2;\n"};

extern const GuideForm dates_of_mysql_in_postgresql{
    .id = "dates-of-mysql-in-postgresql",
    .severity = Severity::Error,
    .file = "postgresql.sql",
    .source = "4.6",
    .check = checkDialect,
    .wrong = "DELETE FROM A WHERE T < DATE_SUB(NOW(), INTERVAL 30 DAY);\n",
    .right = "DELETE FROM A WHERE T < NOW() - INTERVAL '30 day';\n"};

extern const GuideForm token_purge{.id = "token-purge",
                                   .severity = Severity::Info,
                                   .file = "clean.sql",
                                   .source = "4.6",
                                   .check = checkPurge,
                                   .wrong =
                                       "DELETE FROM IDN_OAUTH2_ACCESS_TOKEN WHERE TOKEN_STATE = 'EXPIRED';\n",
                                   .right = "SELECT 1;\n"};

}
