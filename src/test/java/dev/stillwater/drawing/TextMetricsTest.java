package dev.stillwater.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.InputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextMetricsTest {
  private static final String SAMPLE =
      "order-events ×4 · p99 40 ms · 2 zones λ≥⁻ WAVA To… ÄÖÜß éçñ 0123456789 →◆ «‹›»";

  /// Java2D measures the same files by its own means.
  @Test
  void measuresLikeAnotherReaderOfTheFont() throws Exception {
    for (Typeface.Weight weight : Typeface.Weight.values()) {
      for (double size : new double[] {11, 13, 16, 20}) {
        Font font = font(weight).deriveFont((float) size);
        FontRenderContext exact = new FontRenderContext(null, true, true);
        assertThat(TextMetrics.width(SAMPLE, new Typeface(weight, size)))
            .as("%s %s", weight, size)
            .isCloseTo(font.getStringBounds(SAMPLE, exact).getWidth(), within(0.1));
      }
    }
  }

  private static Font font(Typeface.Weight weight) throws Exception {
    try (InputStream in = TextMetricsTest.class.getResourceAsStream(weight.resource())) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    }
  }

  @Test
  void knowsWhatTheFontLacks() {
    assertThat(TextMetrics.draws('a')).isTrue();
    assertThat(TextMetrics.draws('≥')).isTrue();
    assertThat(TextMetrics.draws('漢')).isFalse();
    assertThat(TextMetrics.width("漢字", Typeface.NAME)).isEqualTo(26);
    assertThat(TextMetrics.width("\ud83d\ude00", Typeface.NAME)).isEqualTo(13);
  }

  @Test
  void cutsWithAnEllipsis() {
    assertThat(TextMetrics.cut("email", Typeface.NAME, 100)).isEqualTo("email");
    assertThat(TextMetrics.cut("notification-dispatcher", Typeface.NAME, 80))
        .isEqualTo("notificatio…");
    assertThat(TextMetrics.cut("one two three", Typeface.NAME, 42)).isEqualTo("one…");
    assertThat(TextMetrics.cut("email", Typeface.NAME, 0)).isEqualTo("…");
    assertThat(TextMetrics.cut("", Typeface.NAME, 0)).isEmpty();
  }

  @Test
  void keepsTogetherWhatBelongsTogether() {
    String accented = "e\u0301".repeat(20);
    String cut = TextMetrics.cut(accented, Typeface.NAME, 60);
    assertThat(cut).matches("(e\u0301)+…");
    assertThat(TextMetrics.cut("\ud83d\ude00".repeat(9), Typeface.NAME, 60))
        .matches("(\ud83d\ude00)+…");
  }

  @Property(seed = "20261129")
  void whatIsCutFits(
      @ForAll @StringLength(max = 60) String text, @ForAll @DoubleRange(max = 300) double room) {
    String cut = TextMetrics.cut(text, Typeface.LINE, room);
    if (!cut.equals("…")) {
      assertThat(TextMetrics.width(cut, Typeface.LINE)).isLessThanOrEqualTo(room + 1e-9);
    }
    assertThat(cut.equals(text) || cut.endsWith("…")).isTrue();
  }

  @Test
  void makesVisibleWhatHides() {
    assertThat(VisibleText.of("plain ×4 λ")).isEqualTo("plain ×4 λ");
    assertThat(VisibleText.of("a\u202eb\u0000c\n")).isEqualTo("a‹U+202E›b‹U+0000›c‹U+000A›");
    assertThat(VisibleText.of("half\ud800")).isEqualTo("half‹U+D800›");
    assertThat(VisibleText.of("\u2066x\u2069")).isEqualTo("‹U+2066›x‹U+2069›");
    assertThat(VisibleText.of("\udb40\udc41")).isEqualTo("‹U+E0041›");
  }
}
