package dev.stillwater.report;

import dev.stillwater.drawing.Scene;

/// Where a page puts its drawings: each kind of page shows them in its own way.
interface Easel {
  /// The drawing as a piece of the page.
  ///
  /// @param name what it is called; read out instead of it
  Html draw(Scene scene, String name);
}
