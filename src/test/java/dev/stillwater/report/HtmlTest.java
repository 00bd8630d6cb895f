package dev.stillwater.report;

import static dev.stillwater.report.Html.attr;
import static dev.stillwater.report.Html.el;
import static dev.stillwater.report.Html.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {
  private static String written(Html html) {
    StringBuilder out = new StringBuilder();
    html.write(out);
    return out.toString();
  }

  @Test
  void textAndAttributesAreEscaped() {
    assertThat(
            written(
                el("p", attr("title", "\"'><script>"), text("a & b < c > \"d\" 'e' \u202e\u0007"))))
        .isEqualTo(
            "<p title=\"&quot;&#39;&gt;&lt;script&gt;\">"
                + "a &amp; b &lt; c &gt; &quot;d&quot; &#39;e&#39; ‹U+202E›‹U+0007›</p>");
  }

  @Test
  void nothingThatRunsCanBeSpelled() {
    assertThatThrownBy(() -> el("script")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> attr("onclick", "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> attr("style", "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> attr("href", "javascript:x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> attr("href", "https://example.org"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(written(el("a", attr("href", "#d1-step2"), text("2"))))
        .isEqualTo("<a href=\"#d1-step2\">2</a>");
  }
}
