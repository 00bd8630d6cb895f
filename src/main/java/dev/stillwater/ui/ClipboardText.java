package dev.stillwater.ui;

import dev.stillwater.io.DesignJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Parts of a design on the system clipboard, as text of the file format: they go between windows,
/// into chats and back.
final class ClipboardText {
  private ClipboardText() {}

  static void put(Document fragment) {
    ClipboardContent content = new ClipboardContent();
    content.putString(DesignJson.writeFragment(fragment.design(), fragment.layout()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// What lies there; empty when it is no part of a design.
  static Optional<Document> get(Presets presets) {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    return DesignJson.readFragment(text, presets) instanceof ReadResult.Opened opened
        ? Optional.of(opened.document())
        : Optional.empty();
  }
}
