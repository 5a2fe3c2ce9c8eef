#include "app/session/navigation.h"

namespace arabesque {

bool covers(const Selection& selection, const Origin& origin) {
    if (selection.path.empty() || origin.document() != selection.document) return false;
    if (origin.kind() != Origin::Kind::Setting && origin.kind() != Origin::Kind::Default) return false;
    const std::string key = toml::toText(selection.path);
    if (!origin.key().starts_with(key)) return false;
    return origin.key().size() == key.size() || origin.key()[key.size()] == '.' ||
           origin.key()[key.size()] == '[';
}

void Navigation::openPage(const std::string& page) {
    if (page == m_page) return;
    m_page = page;
    emit pageChanged();
}

void Navigation::select(const Selection& selection, bool isTyped) {
    const bool isSame = selection == m_selection;
    m_isTyped = isTyped && (!isSame || m_isTyped);
    if (isSame) return;
    m_selection = selection;
    emit selectionChanged();
}

void Navigation::selectArtifact(const std::string& path) {
    if (path == m_artifact) return;
    m_artifact = path;
    emit artifactChanged();
}

void Navigation::goTo(const Place& place) {
    openPage(place.file);
    emit placeWanted(place);
}

void Navigation::goToSetting(const Selection& selection) {
    openPage(selection.document);
    select(selection);
    emit settingWanted(selection);
}

void Navigation::goToSource(const Selection& selection) {
    openPage(selection.document);
    select(selection);
    emit sourceWanted(selection);
}

void Navigation::setCursor(const Position& cursor) {
    if (cursor == m_cursor) return;
    m_cursor = cursor;
    emit cursorChanged();
}

void Navigation::reset(const std::string& page) {
    m_selection = {};
    m_isTyped = false;
    m_artifact.clear();
    m_cursor = {};
    m_page = page;
    emit pageChanged();
    emit selectionChanged();
    emit artifactChanged();
}

}
