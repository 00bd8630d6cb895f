package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTemplateTest {
  private static PageTemplate page(String text) {
    return switch (PageTemplate.read(text)) {
      case PageTemplate.Result.Read read -> read.page();
      case PageTemplate.Result.Refused refused -> throw new AssertionError(refused.sentence());
    };
  }

  private static String written(String template, Chapter... chapters) {
    return new String(
        new HtmlReport().write(List.of(chapters), Presentation.PLAIN.with(page(template))),
        StandardCharsets.UTF_8);
  }

  @Test
  void theUsualTemplateIsWhatIsUsedWithoutOne() {
    Chapter chapter = Chapters.ofJson(Chapters.RICH);
    assertThat(written(PageTemplate.usual(), chapter))
        .isEqualTo(new String(new HtmlReport().write(List.of(chapter)), StandardCharsets.UTF_8));
  }

  @Test
  void everyNameThatATemplateMayUseHasAValue() {
    Chapter chapter = Chapters.ofJson(Chapters.RICH);
    StringBuilder all = new StringBuilder();
    PageTemplate.PAGE.stream()
        .filter(name -> !name.equals("chapters"))
        .forEach(name -> all.append("{{").append(name).append("}}"));
    all.append("{{#chapters}}");
    PageTemplate.CHAPTER.forEach(name -> all.append("{{").append(name).append("}}"));
    all.append("{{/chapters}}");
    assertThat(written(all.toString(), chapter)).contains("Do these first", "Rich");
  }

  @Test
  void partsCanBeLeftOutAndReordered() {
    assertThat(
            written(
                "Acme {{#chapters}}{{plan}}|{{verdict}}|{{name}}{{/chapters}}",
                Chapters.ofJson(Chapters.RICH)))
        .startsWith("Acme <section>")
        .endsWith("|Not ready|Rich")
        .doesNotContain("class=\"card");
  }

  @Test
  void textIsEscapedHoweverManyBracesStandAroundIt() {
    Chapter hostile =
        Chapters.ofJson(Chapters.RICH.replace("\"Rich\"", "\"<script>x</script>{{tool}}\""));
    String page = written("{{#chapters}}{{name}} {{{name}}} {{&name}}{{/chapters}}", hostile);
    String escaped = "&lt;script&gt;x&lt;/script&gt;{{tool}}";
    assertThat(page).isEqualTo(escaped + " " + escaped + " " + escaped);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{nobody}}",
        "{{#chapters}}{{nobody}}{{/chapters}}",
        "{{#nobody}}x{{/nobody}}",
        "{{title.class.name}}",
        "{{title.length}}",
        "{{#chapters}}{{name.bytes}}{{/chapters}}",
        "{{class}}",
        "{{getClass}}",
        "{{> /etc/passwd}}",
        "{{#chapters}}",
        "{{/chapters}}"
      })
  void whatIsNoNameOfAReportIsRefusedWithASentence(String template) {
    assertThat(PageTemplate.read(template))
        .isInstanceOfSatisfying(
            PageTemplate.Result.Refused.class,
            refused -> assertThat(refused.sentence()).isNotBlank());
  }
}
