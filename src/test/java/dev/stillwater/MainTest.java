package dev.stillwater;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void runsFromClassFilesOnARecentJdk() {
    assertThat(Main.version()).isEqualTo("development");
    assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(25);
  }
}
