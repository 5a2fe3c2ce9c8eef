#pragma once

namespace arabesque {

/// Lays out, before anything is painted, all widgets that wait to be. What asks for another place while others are laid
/// out would otherwise wait until everything was painted, and have it painted again.
void layOutNow();

}
