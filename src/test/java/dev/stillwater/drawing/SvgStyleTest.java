package dev.stillwater.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Presets;
import dev.stillwater.testing.DesignFixture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SvgStyleTest {
  private static final Pattern RULE = Pattern.compile("(?m)^([^{}\n]*\\.sw[fst]-[^{]*)\\{");

  private static String svg(SvgWriter.Colours colours) {
    DesignFixture pair =
        DesignFixture.parse(
            """
            service a p99=40ms
            service b p99=40ms
            a -> b id=call timeout=1s
            """);
    Scene scene =
        new SceneBuilder()
            .build(
                SceneInput.of(
                    pair.design(),
                    dev.stillwater.model.Layout.EMPTY
                        .with("a", new Position(0, 0))
                        .with("b", new Position(300, 0)),
                    Presets.NONE));
    return SvgWriter.write(scene, SvgWriter.Options.of("Pair").with(colours));
  }

  /// Browsers match selectors against the copy that `use` makes, which has none of the ancestors of
  /// the place where it is used: cards that look alike would lose their colours.
  @ParameterizedTest
  @EnumSource(SvgWriter.Colours.class)
  void coloursReachIntoWhatIsSharedByUse(SvgWriter.Colours colours) {
    String svg = svg(colours);
    assertThat(svg).contains("<use ");
    Matcher rules = RULE.matcher(svg);
    int found = 0;
    while (rules.find()) {
      assertThat(rules.group(1)).matches("\\.sw[fst]-[a-z0-9_-]+");
      found++;
    }
    assertThat(found).isGreaterThan(5);
  }

  @Test
  void twoPicturesInOnePageAgreeOnTheirClasses() {
    String light = svg(SvgWriter.Colours.LIGHT);
    String dark = svg(SvgWriter.Colours.DARK);
    assertThat(light).contains("var(--sw-panel)").contains("--sw-panel:#ffffff");
    assertThat(dark).contains("var(--sw-panel)").contains("--sw-panel:#10161d");
    assertThat(light.replaceAll("(?s)<style>.*</style>|sw-light", ""))
        .isEqualTo(dark.replaceAll("(?s)<style>.*</style>|sw-dark", ""));
  }
}
