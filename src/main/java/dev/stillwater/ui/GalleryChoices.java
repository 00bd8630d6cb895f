package dev.stillwater.ui;

import dev.stillwater.model.Document;
import dev.stillwater.templates.Template;
import java.nio.file.Path;
import java.util.List;

/// What choosing something in the gallery does to the window.
record GalleryChoices(Workbench workbench, Library library) implements Gallery.Choices {
  @Override
  public void open(Template template, Document document) {
    library.open(template, document);
  }

  @Override
  public void open(Path file) {
    workbench.openAll(List.of(file));
  }

  @Override
  public void insert(Document document) {
    library.insert(document);
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
