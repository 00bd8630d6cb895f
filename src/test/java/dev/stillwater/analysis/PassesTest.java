package dev.stillwater.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassesTest {
  private final List<Integer> told = new ArrayList<>();
  private boolean cancelled;

  private final Passes passes =
      new Passes(
          new Progress() {
            @Override
            public void report(int done, int total) {
              told.add(100 * done / total);
            }

            @Override
            public boolean isCancelled() {
              return cancelled;
            }
          });

  private void count(int total) {
    for (int done = 1; done <= total; done++) {
      passes.report(done, total);
    }
  }

  @Test
  void eachPassHasItsShare() {
    passes.until(0.2);
    count(2);
    passes.until(1);
    count(4);
    assertThat(told).containsExactly(10, 20, 40, 60, 80, 100);
  }

  @Test
  void aPassThatCountsAgainTakesAThirdOfTheRest() {
    passes.until(0.1);
    count(1);
    passes.repeatedUntil(1);
    count(1);
    count(1);
    count(1);
    assertThat(told).containsExactly(10, 40, 60, 73);
  }

  @Test
  void whatCountsFromTheBeginningUnexpectedlyIsNotToldTwice() {
    passes.until(1);
    count(4);
    count(4);
    assertThat(told).containsExactly(25, 50, 75, 100);
  }

  @Test
  void whoWatchesIsAskedWhetherToGoOn() {
    assertThat(passes.isCancelled()).isFalse();
    cancelled = true;
    assertThat(passes.isCancelled()).isTrue();
  }
}
