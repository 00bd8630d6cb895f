package dev.stillwater.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentKind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IconTest {
  @Test
  void everyKindHasItsOwn() {
    Set<Outline> seen = new HashSet<>();
    for (ComponentKind kind : ComponentKind.values()) {
      assertThat(seen.add(Icon.of(kind).outline())).as(kind.word()).isTrue();
    }
  }

  @Test
  void allStayInsideTheirSquare() {
    for (Icon icon : Icon.values()) {
      Box box = icon.outline().bounds().grown(Icon.STROKE / 2);
      assertThat(new Box(0, 0, Icon.SIZE, Icon.SIZE).contains(box)).as("%s %s", icon, box).isTrue();
      assertThat(Math.max(box.width(), box.height())).as("%s", icon).isGreaterThan(9);
    }
  }

  @Test
  void areWrittenAsPaths() {
    assertThat(Icon.CROSS.svg()).isEqualTo("M3.6 3.6L12.4 12.4M12.4 3.6L3.6 12.4");
    assertThat(Arrays.stream(Icon.values()).map(Icon::svg)).allMatch(p -> p.startsWith("M"));
  }

  /// Four cubic curves leave a circle by less than 0.03 % of its radius.
  @Test
  void circlesAreRound() {
    double[] worst = {0};
    double[] last = {0, 0};
    Outline.circle(3, 4, 10)
        .draw(
            0,
            0,
            new Outline.Pen() {
              @Override
              public void moveTo(double x, double y) {
                last[0] = x;
                last[1] = y;
              }

              @Override
              public void lineTo(double x, double y) {}

              @Override
              public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
                for (double t = 0; t <= 1; t += 0.05) {
                  double s = 1 - t;
                  double px =
                      s * s * s * last[0] + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x;
                  double py =
                      s * s * s * last[1] + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y;
                  worst[0] = Math.max(worst[0], Math.abs(Math.hypot(px - 3, py - 4) - 10));
                }
                moveTo(x, y);
              }

              @Override
              public void close() {}
            });
    assertThat(worst[0]).isLessThan(0.003);
  }
}
