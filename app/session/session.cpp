#include "app/session/session.h"

#include "app/bridge/text.h"
#include "app/session/edit_command.h"
#include "app/session/in_background.h"
#include "app/session/unknown_keys.h"
#include "core/toml/rewrite.h"

#include <QCryptographicHash>
#include <QDate>
#include <QScopedValueRollback>

#include <algorithm>
#include <chrono>
#include <utility>

namespace arabesque {

namespace {

constexpr std::chrono::milliseconds pauseInTyping{80};
constexpr std::size_t longText = 100'000;   ///< bytes; shorter ones are read in less than a millisecond

/// Whoever lets go of it last, another thread takes it apart: that of a large project is hundreds of thousands of pieces.
std::shared_ptr<const Analysis> shared(Analysis analysis) {
    const auto takeApart = [](const Analysis* dropped) {
        static_cast<void>(inBackground([dropped] { delete dropped; }));
    };
    return {new Analysis(std::move(analysis)), takeApart};
}

}

Session::Session(QObject* parent) : QObject(parent) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    connect(&m_pause, &QTimer::timeout, this, &Session::startAnalysis);
    m_typing.setSingleShot(true);
    m_typing.setTimerType(Qt::PreciseTimer);
    m_typing.setInterval(ShownFindings::pause + std::chrono::milliseconds(1));
    connect(&m_typing, &QTimer::timeout, this, &Session::pauseTyping);
}

Session::~Session() {
    m_running.request_stop();
}

Result<void> Session::open(const std::filesystem::path& path) {
    auto project = openProject(path);
    if (!project) return std::unexpected(project.error());
    m_running.request_stop();
    m_place = std::move(project->place);
    m_snapshot = m_saved = std::move(project->snapshot);
    m_analysis.reset();
    m_documents.clear();
    m_sinceAnalysis.clear();
    m_shown.reset();
    m_typing.stop();
    m_options = {.templateSecrets = true};   // what is shown is what an export writes
    m_lastExport.reset();
    m_history.clear();
    m_modified = false;
    ++m_asked;
    m_navigation.reset({});
    emit opened();
    emit modifiedChanged();
    m_pause.start(std::chrono::milliseconds(0));
    return {};
}

bool Session::isSettled() const {
    return m_analysis && m_snapshot && m_analysis->revision() == m_snapshot->revision &&
           !m_pause.isActive() && !m_shown.holdsBack();
}

const toml::Document& Session::document(const std::string& file) const {
    const auto found = m_documents.find(file);
    if (found != m_documents.end()) return found->second;
    const auto stored = m_snapshot->documents.find(file);
    auto text =
        stored == m_snapshot->documents.end() ? std::make_shared<const std::string>() : stored->second.text;
    return m_documents.emplace(file, toml::Document(std::move(text))).first->second;
}

bool Session::isAtHand(const std::string& file) const {
    return m_documents.contains(file) || m_snapshot->text(file).size() <= longText;
}

const Schema* Session::schema(const std::string& file) const {
    if (!m_analysis) return nullptr;
    const auto found = m_analysis->schemas.find(file);
    return found == m_analysis->schemas.end() ? nullptr : found->second.get();
}

std::vector<toml::Path> Session::unknownKeys(const std::string& file) const {
    const Schema* known = schema(file);
    if (!known) return {};
    const auto analyzed = m_analysis->documents.find(file);
    const bool isCurrent = analyzed != m_analysis->documents.end() &&
                           analyzed->second.text().data() == document(file).text().data();
    const auto found = m_unknownKeys.find(file);
    return isCurrent && found != m_unknownKeys.end() ? found->second
                                                     : arabesque::unknownKeys(document(file), *known);
}

std::vector<std::string> Session::formDocuments() const {
    std::vector<std::string> files = editableDocuments();
    if (isOpen() && !m_place.singleFile.empty())
        std::erase_if(files, [this](const std::string& file) {
            return file != "Config.toml" && !m_snapshot->exists(file);
        });
    if (!m_analysis) return files;
    for (const auto& [file, schema] : m_analysis->schemas)
        if (!std::ranges::contains(files, file) && m_snapshot->exists(file)) files.push_back(file);
    return files;
}

bool Session::hasForm(const std::string& file) const {
    return std::ranges::contains(editableDocuments(), file) || schema(file) != nullptr;
}

void Session::setTarget(const std::string& target) {
    if (target == m_options.target) return;
    m_options.target = target;
    m_pause.start(std::chrono::milliseconds(0));
}

void Session::setEnvironment(const std::string& environment) {
    if (environment == m_options.environment) return;
    m_options.environment = environment;
    m_pause.start(std::chrono::milliseconds(0));
}

AnalysisOptions Session::options() const {
    AnalysisOptions options = m_options;
    options.today = fromQt(QDate::currentDate().toString(Qt::ISODate));
    options.load = resourceLoader(m_place);
    return options;
}

void Session::submit(Edit edit, const QString& title, const QString& mergeKey) {
    if (!m_snapshot || edit.empty()) return;
    const QScopedValueRollback typed(m_isTyped, m_isTyped || !mergeKey.isEmpty());
    m_history.push(new EditCommand(*this, std::move(edit), title, mergeKey));
}

void Session::submitTyped(Edit edit, const QString& title, const QString& mergeKey) {
    const QScopedValueRollback typed(m_isTyped, true);
    submit(std::move(edit), title, mergeKey);
}

void Session::endTyping() {
    m_shown.leave();
    if (isTyping()) pauseTyping();
}

void Session::pauseTyping() {
    m_typing.stop();
    const bool isCurrent = m_analysis && m_analysis->revision() == m_snapshot->revision;
    if (isCurrent && m_shown.release(ShownFindings::Time::clock::now())) emit findingsChanged();
    emit typingPaused();
    emit told();
}

void Session::applyFix(const Fix& fix) {
    std::optional<Edit> edit = fix.edit;
    for (const Edit& earlier : m_sinceAnalysis) {
        if (edit) edit = rebased(*edit, earlier);
    }
    const auto keeps = [&](const Change& change) {
        return !change.file.ends_with(".toml") || toml::staysValid(document(change.file), change.file, *edit);
    };
    if (edit && std::ranges::all_of(edit->changes, keeps)) submit(std::move(*edit), translated(fix.title));
}

Edit Session::apply(const Edit& edit) {
    Applied applied = arabesque::apply(*m_snapshot, edit);
    m_snapshot = std::move(applied.snapshot);
    for (const Change& change : edit.changes) m_documents.erase(change.file);
    m_sinceAnalysis.push_back(edit);
    if (m_isTyped) {
        m_shown.typed(edit, ShownFindings::Time::clock::now());
        m_typing.start();
    } else {
        m_shown.changed(edit);
    }
    m_running.request_stop();
    m_pause.start(pauseInTyping);
    emit edited(edit);
    noteModified();
    return std::move(applied.inverse);
}

bool Session::isModified(const std::string& file) const {
    if (!m_snapshot) return false;
    const std::string_view now = m_snapshot->text(file);
    const std::string_view before = m_saved->text(file);
    return now.data() != before.data() && now != before;   // most share their bytes
}

bool Session::isModified() const {
    return m_snapshot && std::ranges::any_of(m_snapshot->documents, [this](const auto& entry) {
               const auto before = m_saved->documents.find(entry.first);
               if (before != m_saved->documents.end() && before->second.text == entry.second.text)
                   return false;
               return isModified(entry.first);
           });
}

void Session::noteModified() {
    if (isModified() == m_modified) return;
    m_modified = !m_modified;
    emit modifiedChanged();
}

void Session::setLastExport(LastExport last) {
    m_lastExport = std::move(last);
    emit lastExportChanged();
}

void Session::noteExport(LastExport last) {
    setLastExport(std::move(last));
    emit exported();
}

std::string Session::projectKey() const {
    const QByteArray path = toBytes((m_place.folder / m_place.singleFile).string());
    return fromBytes(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16));
}

Result<void> Session::save() {
    if (!m_snapshot) return {};
    emit aboutToSave();
    if (auto written = saveDocuments(m_place, *m_saved, *m_snapshot); !written) return written;
    noteSaved();
    return {};
}

void Session::noteSaved() {
    auto now = std::make_shared<Snapshot>(*m_snapshot);
    for (auto& [file, document] : now->documents) document.onDisk = document.exists();
    m_snapshot = m_saved = std::move(now);
    noteModified();
    emit savedTextChanged();
    emit saved();
}

std::vector<NewFile> Session::files() const {
    std::vector<NewFile> files;
    for (const auto& [file, document] : m_snapshot->documents)
        if (document.exists()) files.push_back({file, *document.text});
    return files;
}

Result<void> Session::saveCopy(const std::filesystem::path& folder) const {
    return writeFolder(folder, files(), false);
}

Result<void> Session::saveEverything() {
    emit aboutToSave();
    if (auto written = writeFiles(m_place.folder, files()); !written) return written;
    noteSaved();
    return {};
}

Result<std::shared_ptr<const Snapshot>> Session::readDisk() const {
    if (auto there = checkStillThere(m_place); !there) return std::unexpected(there.error());
    auto project =
        openProject(m_place.singleFile.empty() ? m_place.folder : m_place.folder / m_place.singleFile);
    if (!project) return std::unexpected(project.error());
    return project->snapshot;
}

Result<std::vector<Session::ChangeOnDisk>> Session::changedOnDisk() const {
    std::vector<ChangeOnDisk> changes;
    if (!m_snapshot) return changes;
    const auto disk = readDisk();
    if (!disk) return std::unexpected(disk.error());
    for (const auto& [file, document] : (*disk)->documents) {
        if (*document.text != m_saved->text(file) && *document.text != m_snapshot->text(file))
            changes.push_back({file, *document.text});
    }
    for (const auto& [file, document] : m_saved->documents) {
        if (document.onDisk && !(*disk)->documents.contains(file)) changes.push_back({file, {}});
    }
    return changes;
}

void Session::reloadFromDisk() {
    const auto disk = readDisk();
    if (!disk) return;
    Edit edit;
    for (const auto& [file, document] : (*disk)->documents)
        edit = combined(std::move(edit), difference(file, m_snapshot->text(file), *document.text));
    for (const auto& [file, document] : m_snapshot->documents)
        if (document.onDisk && !(*disk)->documents.contains(file))
            edit = combined(std::move(edit), difference(file, *document.text, {}));
    keepMine();
    submit(std::move(edit), tr("reload from disk"));
    noteModified();
}

void Session::keepMine() {
    const auto disk = readDisk();
    if (!disk) return;
    m_saved = *disk;
    auto now = std::make_shared<Snapshot>(*m_snapshot);
    for (auto& [file, document] : now->documents) document.onDisk = m_saved->documents.contains(file);
    m_snapshot = std::move(now);
    noteModified();
    emit savedTextChanged();
}

void Session::startAnalysis() {
    if (!m_snapshot) return;
    m_running.request_stop();
    m_running = std::stop_source();
    const auto work = [snapshot = m_snapshot, before = m_analysis, options = options(),
                       stop = m_running.get_token()] {
        Analysis analysis = analyze(snapshot, options, before.get(), stop);
        Checked checked;
        for (const auto& [file, schema] : analysis.schemas)
            if (const auto document = analysis.documents.find(file); document != analysis.documents.end())
                checked.unknownKeys[file] = arabesque::unknownKeys(document->second, *schema);
        checked.analysis = shared(std::move(analysis));
        return checked;
    };
    inBackground(work).then(this, [this, number = ++m_asked](Checked result) {
        if (number == m_asked)   // else: another project or target by now
            finishAnalysis(std::move(result));
    });
}

void Session::finishAnalysis(Checked checked) {
    const auto analysis = std::move(checked.analysis);
    if (analysis->stopped || analysis->revision() != m_snapshot->revision) return;   // already stale
    auto withFiles = std::make_shared<Snapshot>(*m_snapshot);
    withFiles->resources = analysis->snapshot->resources;
    m_snapshot = std::move(withFiles);
    for (const auto& [file, document] : analysis->documents)
        if (m_snapshot->documents.contains(file)) m_documents.insert_or_assign(file, document);
    m_analysis = analysis;
    m_unknownKeys = std::move(checked.unknownKeys);
    m_sinceAnalysis.clear();
    m_shown.analyzed(DiagnosticList(analysis, &analysis->diagnostics), ShownFindings::Time::clock::now());
    emit analyzed();
    emit told();
}

}
