package dev.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillwater.analysis.Progress;
import dev.stillwater.model.Document;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.LargeDesigns;
import java.time.LocalDate;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LiveReviewerTest {
  private static final LocalDate DAY = LocalDate.EPOCH;

  private static final Progress CANCELLED =
      new Progress() {
        @Override
        public void report(int done, int total) {}

        @Override
        public boolean isCancelled() {
          return true;
        }
      };

  @Test
  void findingsAreToldWhateverBecameOfTheReviewAfter() {
    LiveReviewer reviewer = new LiveReviewer(GoldenPresets.ALL, () -> RuleSet.BUILT_IN);
    Document document = Document.of(LargeDesigns.of(30, 60));
    Review before = reviewer.review(document, DAY);
    Document renamed = document.withDesign(document.design().withName("another"));
    assertThatThrownBy(() -> reviewer.review(renamed, DAY, CANCELLED))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> reviewer.review(document, DAY, CANCELLED))
        .isInstanceOf(CancellationException.class);
    assertThat(before.findings()).isNotEmpty();
    assertThat(before.findings())
        .isEqualTo(new Reviewer(GoldenPresets.ALL).review(document, DAY).findings());
  }
}
