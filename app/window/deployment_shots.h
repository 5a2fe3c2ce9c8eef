#pragma once

#include "app/window/shot_scene.h"

namespace arabesque {

/// Pictures of the diagram, of failures that are tried, and of every pattern.
void takeDeployments(Scene& scene);

}
