package dev.stillwater.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Dialogs that answer as a test says, and remember what they were asked.
final class ScriptedDialogs implements Dialogs {
  Optional<Path> target = Optional.empty();
  List<Path> designs = List.of();
  Unsaved unsaved = Unsaved.CANCEL;
  Conflict conflict = Conflict.CANCEL;
  final List<String> asked = new ArrayList<>();

  @Override
  public List<Path> chooseDesigns() {
    asked.add("designs");
    return designs;
  }

  @Override
  public Optional<Path> chooseTarget(String title, String suggestedName, List<String> extensions) {
    asked.add("target " + suggestedName);
    return target;
  }

  @Override
  public Unsaved unsaved(String name) {
    asked.add("unsaved " + name);
    return unsaved;
  }

  @Override
  public Conflict conflict(Path file) {
    asked.add("conflict " + file.getFileName());
    return conflict;
  }

  @Override
  public void problem(String title, List<String> lines) {
    asked.add("problem " + title + ": " + String.join(" ", lines));
  }
}
