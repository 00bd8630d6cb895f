/// The front door: [Main] hands arguments to the command line and everything else to the window.
///
/// It may see `cli` and `ui` and nothing below them, so that neither edge can grow a hidden path
/// into the other. Whatever is worth testing lives elsewhere.
@NullMarked
package dev.stillwater;

import org.jspecify.annotations.NullMarked;
