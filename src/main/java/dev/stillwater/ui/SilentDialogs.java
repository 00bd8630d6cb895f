package dev.stillwater.ui;

import dev.stillwater.io.LocatedProblem;
import dev.stillwater.model.DocumentMerge;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Dialogs of a walk without a person: nothing is chosen, changes may go.
final class SilentDialogs implements Dialogs {
  @Override
  public List<Path> chooseDesigns() {
    return List.of();
  }

  @Override
  public Optional<Path> chooseTarget(String title, String name, List<String> extensions) {
    return Optional.empty();
  }

  @Override
  public Unsaved unsaved(String name) {
    return Unsaved.DISCARD;
  }

  @Override
  public Conflict conflict(Path file, boolean canMerge) {
    return Conflict.CANCEL;
  }

  @Override
  public boolean mergeNow(Path file) {
    return false;
  }

  @Override
  public Optional<Map<String, DocumentMerge.Side>> resolve(
      String file, List<DocumentMerge.Conflict> conflicts) {
    return Optional.empty();
  }

  @Override
  public void problem(String title, List<LocatedProblem> problems) {
    throw new IllegalStateException(title + ": " + problems);
  }

  @Override
  public void failed(String title, String sentence) {
    throw new IllegalStateException(title + ": " + sentence);
  }
}
