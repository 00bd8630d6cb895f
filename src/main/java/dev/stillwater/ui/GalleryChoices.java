package dev.stillwater.ui;

import java.nio.file.Path;
import java.util.List;

/// What choosing something in the gallery does to the window.
record GalleryChoices(Workbench workbench) implements Gallery.Choices {
  @Override
  public void open(Gallery.Entry entry) {
    workbench.openFresh(entry.document().get());
  }

  @Override
  public void open(Path file) {
    workbench.openAll(List.of(file));
  }

  @Override
  public void empty() {
    workbench.openEmpty();
  }

  @Override
  public void browse() {
    workbench.openAll(workbench.dialogs().chooseDesigns());
  }

  @Override
  public void close() {
    workbench.hideGallery();
  }
}
