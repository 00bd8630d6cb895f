package dev.stillwater.report;

import dev.stillwater.drawing.Scene;
import dev.stillwater.drawing.SvgWriter;
import java.util.LinkedHashSet;
import java.util.Set;

/// Drawings as SVG inside the page. Their styles are the same in each, so the page has them once.
final class SvgEasel implements Easel {
  private static final String OPEN = "<style>\n";
  private static final String CLOSE = "</style>\n";

  private final Set<String> rules = new LinkedHashSet<>();
  private int count;

  @Override
  public Html draw(Scene scene, String name) {
    count++;
    String svg =
        SvgWriter.write(
            scene,
            SvgWriter.Options.of(name)
                .withoutBackground()
                .withMargin(8)
                .withPrefix("v" + count + "-"));
    int from = svg.indexOf(OPEN);
    int to = svg.indexOf(CLOSE);
    svg.substring(from + OPEN.length(), to).lines().filter(SvgEasel::isShared).forEach(rules::add);
    return new Html.Trusted(svg.substring(0, from) + svg.substring(to + CLOSE.length()));
  }

  /// What sets variables is left out, and what closes it: the page sets them, for light and dark.
  private static boolean isShared(String rule) {
    return rule.contains("{") && !rule.contains("{--sw-");
  }

  /// The rules that the drawings of this page need.
  String styles() {
    return rules.isEmpty() ? "" : String.join("\n", rules) + "\n";
  }
}
