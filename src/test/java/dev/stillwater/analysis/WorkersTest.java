package dev.stillwater.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

  @Test
  void eachPieceIsDoneOnceAndAllBeforeAnybodyGoesOn() {
    for (int round = 0; round < 200; round++) {
      AtomicIntegerArray done = new AtomicIntegerArray(100);
      Workers.with(THREADS, 3).each(100, done::incrementAndGet);
      for (int piece = 0; piece < 100; piece++) {
        assertThat(done.get(piece)).isEqualTo(1);
      }
    }
  }

  @Test
  void nobodyWaitsForHelpersThatNeverBegin() {
    List<Runnable> late = new ArrayList<>();
    List<Integer> done = new ArrayList<>();
    Workers.with(late::add, 2).each(5, done::add);
    assertThat(done).containsExactly(0, 1, 2, 3, 4);
    assertThat(late).hasSize(2);
    late.forEach(Runnable::run);
    assertThat(done).as("nothing is left for them").hasSize(5);
  }

  @Test
  void whatAPieceThrowsIsThrownOnAndKeepsTheRestFromBeginning() {
    List<Integer> begun = new ArrayList<>();
    assertThatThrownBy(() ->
            Workers.with(task -> {}, 1)
                .each(
                    5,
                    piece -> {
                      begun.add(piece);
                      if (piece == 2) {
                        throw new CancellationException("enough");
                      }
                    }))
        .isInstanceOf(CancellationException.class)
        .hasMessage("enough");
    assertThat(begun).containsExactly(0, 1, 2);
  }

  @Test
  void aHelpersFailureReachesWhoeverAsked() {
    assertThatThrownBy(() ->
            Workers.with(Runnable::run, 1)
                .each(
                    3,
                    piece -> {
                      throw new IllegalStateException("piece " + piece);
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("piece 0");
  }
}
