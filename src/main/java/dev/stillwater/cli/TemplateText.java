package dev.stillwater.cli;

import dev.stillwater.model.Design;
import dev.stillwater.model.Figures;
import dev.stillwater.templates.CounterExample;
import dev.stillwater.templates.Parameter;
import dev.stillwater.templates.Template;
import java.util.Locale;

/// What there is to know of a template before it is taken, as text for a terminal.
record TemplateText(Paint paint) {
  private static final int WIDTH = 96;

  String of(Template template) {
    Design design = template.document().design();
    StringBuilder out = new StringBuilder();
    out.append(paint.strong(Safe.line(template.title()))).append('\n');
    out.append(wrapped(Safe.line(design.description()))).append('\n');
    out.append(paint.strong("Asks for")).append('\n');
    for (Parameter parameter : template.questions()) {
      out.append(
          String.format(
              Locale.ROOT,
              "  %-12s%s: %s\n",
              Safe.line(parameter.name()),
              Safe.line(parameter.title()),
              Safe.line(parameter.shown(design))));
    }
    template.counterExample().ifPresent(other -> out.append('\n').append(of(template, other)));
    if (!template.shows().isEmpty()) {
      out.append('\n').append(paint.strong("Shows")).append('\n');
      out.append(wrapped(Safe.line(String.join(", ", template.shows()))));
    }
    return out.toString();
  }

  private String of(Template template, CounterExample other) {
    return paint.strong("Without " + Safe.line(other.without()))
        + '\n'
        + wrapped(Safe.line(other.look()))
        + wrapped(
            Figures.count(other.findings().size(), "finding")
                + " instead of "
                + template.findings().size()
                + ".");
  }

  private static String wrapped(String text) {
    StringBuilder out = new StringBuilder();
    StringBuilder line = new StringBuilder(" ");
    for (String word : text.split(" ")) {
      if (line.length() + 1 + word.length() > WIDTH) {
        out.append(line).append('\n');
        line = new StringBuilder(" ");
      }
      line.append(' ').append(word);
    }
    return out.append(line).append('\n').toString();
  }
}
