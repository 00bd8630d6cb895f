package dev.stillwater.ui;

import dev.stillwater.io.LocatedProblem;
import dev.stillwater.model.DocumentMerge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Dialogs that answer as a test says, and remember what they were asked.
final class ScriptedDialogs implements Dialogs {
  Optional<Path> target = Optional.empty();
  List<Path> designs = List.of();
  Unsaved unsaved = Unsaved.CANCEL;
  Conflict conflict = Conflict.CANCEL;
  boolean merge;
  Optional<DocumentMerge.Side> choice = Optional.empty();
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
  public Conflict conflict(Path file, boolean canMerge) {
    asked.add("conflict " + file.getFileName());
    return conflict;
  }

  @Override
  public boolean mergeNow(Path file) {
    asked.add("merge " + file.getFileName());
    return merge;
  }

  @Override
  public Optional<Map<String, DocumentMerge.Side>> resolve(
      String file, List<DocumentMerge.Conflict> conflicts) {
    asked.add(
        "resolve "
            + conflicts.stream().map(DocumentMerge.Conflict::key).collect(Collectors.joining(" ")));
    return choice.map(side ->
        conflicts.stream().collect(Collectors.toMap(DocumentMerge.Conflict::key, c -> side)));
  }

  @Override
  public void problem(String title, List<LocatedProblem> problems) {
    asked.add(
        "problem "
            + title
            + ": "
            + problems.stream().map(LocatedProblem::toString).collect(Collectors.joining(" ")));
  }

  @Override
  public void failed(String title, String sentence) {
    asked.add("failed " + title + ": " + sentence);
  }
}
