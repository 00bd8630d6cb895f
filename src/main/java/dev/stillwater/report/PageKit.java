package dev.stillwater.report;

/// What all parts of one page share while it is built.
record PageKit(Presentation presentation, Easel easel, Bookmarks bookmarks) {
  Words words() {
    return presentation.words();
  }
}
