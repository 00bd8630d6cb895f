package dev.stillwater.rules;

import dev.stillwater.model.Edit;
import java.util.List;

/// What could not be judged because something is undeclared, with answers to choose from.
///
/// @param key stable: `REL-KS-007@mail`
/// @param text one sentence that ends in a question mark
/// @param element the id of the element that it is about
/// @param attribute the key of the undeclared attribute
public record Question(
    String key, String text, String element, String attribute, List<Answer> answers) {
  public Question {
    answers = List.copyOf(answers);
  }

  /// One possible answer; its edit writes it down.
  public record Answer(String title, Edit edit) {}
}
