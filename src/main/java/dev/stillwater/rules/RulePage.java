package dev.stillwater.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a rule says of itself: its page, shown in the window, in the report and by `explain`.
///
/// A page is Markdown: one title, then sections. Its `design` blocks are examples in the test
/// language, and the section [#VERIFY] has one item each for a test, an alarm and an experiment.
///
/// @param text the whole page
public record RulePage(String id, String title, List<Section> sections, String text) {
  public static final String WHY = "Why it hurts";
  public static final String DETECTION = "How it is found";
  public static final String FALSE_POSITIVE = "When it is a false positive";
  public static final String REMEDY = "What to do, and what it costs";
  public static final String VERIFY = "How to verify";
  public static final String EXAMPLES = "Examples";
  public static final String READING = "Further reading";

  private static final String FENCE = "```";
  private static final Pattern SPACE = Pattern.compile("\\s+");

  public RulePage {
    sections = List.copyOf(sections);
  }

  /// A part of a page.
  ///
  /// @param text Markdown without the heading
  public record Section(String heading, String text) {}

  /// The page of a rule.
  ///
  /// @throws IllegalArgumentException when there is none
  public static RulePage of(String id) {
    try (InputStream page = RulePage.class.getResourceAsStream(id + ".md")) {
      if (page == null) {
        throw new IllegalArgumentException("no page for rule " + id);
      }
      return parse(id, new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a page.
  public static RulePage parse(String id, String text) {
    String title = "";
    List<Section> sections = new ArrayList<>();
    String heading = "";
    StringBuilder body = new StringBuilder();
    boolean fenced = false;
    for (String line : text.split("\n")) {
      fenced ^= line.startsWith(FENCE);
      if (!fenced && line.startsWith("# ")) {
        title = line.substring(2).strip();
      } else if (!fenced && line.startsWith("## ")) {
        add(sections, heading, body);
        heading = line.substring(3).strip();
        body.setLength(0);
      } else {
        body.append(line).append('\n');
      }
    }
    add(sections, heading, body);
    return new RulePage(id, title, sections, text);
  }

  private static void add(List<Section> sections, String heading, StringBuilder body) {
    if (!heading.isEmpty()) {
      sections.add(new Section(heading, body.toString().strip()));
    }
  }

  public Optional<String> section(String heading) {
    return sections.stream()
        .filter(section -> section.heading().equals(heading))
        .map(Section::text)
        .findFirst();
  }

  /// The designs of the page, in the test language, in order.
  public List<String> examples() {
    List<String> result = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    boolean inside = false;
    for (String line : text.split("\n")) {
      if (line.startsWith(FENCE)) {
        if (inside) {
          result.add(block.toString());
        }
        inside = !inside && line.strip().equals(FENCE + "design");
        block.setLength(0);
      } else if (inside) {
        block.append(line).append('\n');
      }
    }
    return result;
  }

  /// How to find out whether a finding is real, out of the page.
  Verification verification() {
    String text = section(VERIFY).orElseThrow(() -> new IllegalStateException(id + ": " + VERIFY));
    return new Verification(item(text, "Test"), item(text, "Alarm"), item(text, "Experiment"));
  }

  private String item(String text, String name) {
    String mark = "* **" + name + ":**";
    int start = text.indexOf(mark);
    if (start < 0) {
      throw new IllegalStateException(id + ": no item \"" + name + "\" in \"" + VERIFY + "\"");
    }
    int end = text.indexOf("\n*", start);
    String item = text.substring(start + mark.length(), end < 0 ? text.length() : end);
    return SPACE.matcher(item.strip()).replaceAll(" ");
  }

  /// The facts of a rule: what stands on its page, and what only the rule knows.
  public static RuleInfo info(
      String id, Severity base, FailureCategory failure, String... practices) {
    RulePage page = of(id);
    return new RuleInfo(id, page.title(), base, failure, List.of(practices), page.verification());
  }
}
