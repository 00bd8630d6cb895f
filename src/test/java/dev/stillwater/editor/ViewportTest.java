package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ViewportTest {
  private final Viewport viewport = new Viewport(10, 20, 1, 800, 600);

  @Property(seed = "20261129")
  void whatIsUnderThePointerStaysThereWhileZooming(
      @ForAll @DoubleRange(min = 0, max = 800) double x,
      @ForAll @DoubleRange(min = 0, max = 600) double y,
      @ForAll @DoubleRange(min = 0.1, max = 10) double factor) {
    Point before = viewport.toDrawing(x, y);
    Point after = viewport.zoomedAt(x, y, factor).toDrawing(x, y);
    assertThat(after.distance(before)).isLessThan(1e-6);
  }

  @Test
  void fittingShowsAllInTheMiddleAndNeverLargerThanLife() {
    Viewport wide = viewport.fitted(new Box(0, 0, 7200, 100));
    assertThat(wide.zoom()).isCloseTo(0.1, within(1e-9));
    assertThat(wide.toScreen(new Point(3600, 50)).x()).isCloseTo(400, within(1e-6));
    assertThat(viewport.fitted(new Box(0, 0, 10, 10)).zoom()).isEqualTo(1);
  }

  @Test
  void revealingMovesNoMoreThanNeeded() {
    assertThat(viewport.revealing(new Box(100, 100, 50, 50))).isEqualTo(viewport);
    Viewport moved = viewport.revealing(new Box(900, 100, 50, 50));
    assertThat(moved.toScreen(new Point(950, 0)).x()).isCloseTo(760, within(1e-6));
    assertThat(moved.y()).isEqualTo(viewport.y());
  }

  @Test
  void theTimeScaleGoesBothWays() {
    TimeScale scale = new TimeScale(60_000);
    assertThat(scale.share(0)).isZero();
    assertThat(scale.share(60_000)).isEqualTo(1);
    for (double t : new double[] {10, 250, 2000, 15_300, 59_000}) {
      assertThat(scale.moment(scale.share(t))).isCloseTo(t, within(1e-6));
    }
    assertThat(scale.ticks(0.08)).startsWith(0.0).contains(60_000.0).isSorted();
  }
}
