package dev.stillwater.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A sentence in which the names of elements stand out.
final class MarkedText {
  private MarkedText() {}

  /// @param names what stands out, where it stands as a word of its own
  static TextFlow of(String sentence, Collection<String> names, String style) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("sw-flow");
    flow.getChildren().setAll(texts(Typography.typeset(sentence), names, style));
    return flow;
  }

  private static List<Text> texts(String sentence, Collection<String> names, String style) {
    List<Text> parts = new ArrayList<>();
    int at = 0;
    if (!names.isEmpty()) {
      Matcher matcher = pattern(names).matcher(sentence);
      while (matcher.find()) {
        if (matcher.start() > at) {
          parts.add(text(sentence.substring(at, matcher.start()), style));
        }
        parts.add(text(matcher.group(), style + "-strong"));
        at = matcher.end();
      }
    }
    parts.add(text(sentence.substring(at), style));
    return parts;
  }

  private static Pattern pattern(Collection<String> names) {
    String either =
        names.stream()
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return Pattern.compile("(?<![\\p{L}\\p{N}_>-])(?:" + either + ")(?![\\p{L}\\p{N}_>-])");
  }

  private static Text text(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add(style);
    return text;
  }
}
