package dev.stillwater.report;

import dev.stillwater.drawing.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A piece of HTML. Whatever comes from outside enters as text or as the value of an attribute, and
/// both are escaped when written; names of elements and attributes are checked against what a
/// report needs, so that neither a script nor a handler can be spelled.
sealed interface Html {
  Set<String> ELEMENTS =
      Set.of(
          "a",
          "article",
          "b",
          "body",
          "bookmark",
          "bookmarks",
          "code",
          "dd",
          "div",
          "dl",
          "dt",
          "em",
          "figcaption",
          "figure",
          "footer",
          "h1",
          "h2",
          "h3",
          "h4",
          "head",
          "header",
          "html",
          "img",
          "li",
          "main",
          "meta",
          "nav",
          "object",
          "ol",
          "p",
          "s",
          "section",
          "small",
          "span",
          "strong",
          "style",
          "table",
          "tbody",
          "td",
          "th",
          "thead",
          "title",
          "tr",
          "ul");
  Set<String> VOID = Set.of("img", "meta");
  Set<String> ATTRIBUTES =
      Set.of(
          "alt",
          "aria-hidden",
          "aria-label",
          "charset",
          "class",
          "colspan",
          "content",
          "data",
          "data-head",
          "data-key",
          "height",
          "href",
          "http-equiv",
          "id",
          "lang",
          "name",
          "role",
          "scope",
          "src",
          "title",
          "type",
          "width");
  Pattern PICTURE = Pattern.compile("data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=]+");
  Pattern DRAWING = Pattern.compile("drawing:\\d+");
  Pattern ANCHOR = Pattern.compile("#[A-Za-z0-9_-]+");

  /// An element with its attributes and children in their order.
  record Element(String name, List<Html> parts) implements Html {
    public Element {
      parts = List.copyOf(parts);
      if (!ELEMENTS.contains(name)) {
        throw new IllegalArgumentException("no element of a report: " + name);
      }
    }
  }

  /// An attribute of the element that it stands in.
  record Attribute(String name, String value) implements Html {
    public Attribute {
      if (!ATTRIBUTES.contains(name)) {
        throw new IllegalArgumentException("no attribute of a report: " + name);
      }
      if (name.equals("href") && !ANCHOR.matcher(value).matches()) {
        throw new IllegalArgumentException("a report links into itself only: " + value);
      }
      if (name.equals("data") && !DRAWING.matcher(value).matches()) {
        throw new IllegalArgumentException("a report draws by number: " + value);
      }
      if (name.equals("src") && !PICTURE.matcher(value).matches()) {
        throw new IllegalArgumentException("a report carries its pictures along");
      }
    }
  }

  /// Text from anywhere.
  record Text(String text) implements Html {}

  /// Several pieces in a row.
  record Pieces(List<Html> parts) implements Html {
    public Pieces {
      parts = List.copyOf(parts);
    }
  }

  /// Markup of our own making: the style sheet, and drawings, which escape for themselves.
  record Trusted(String markup) implements Html {}

  static Html el(String name, Html... parts) {
    return new Element(name, List.of(parts));
  }

  /// An element with a class.
  static Html el(String name, String classes, Html... parts) {
    List<Html> all = new ArrayList<>();
    all.add(attr("class", classes));
    all.addAll(List.of(parts));
    return new Element(name, all);
  }

  static Html attr(String name, String value) {
    return new Attribute(name, value);
  }

  static Html text(String text) {
    return new Text(text);
  }

  static Html all(List<? extends Html> parts) {
    return new Pieces(List.copyOf(parts));
  }

  static Html all(Html... parts) {
    return new Pieces(List.of(parts));
  }

  static Html none() {
    return new Pieces(List.of());
  }

  /// The pieces with a separator between each two.
  static Html joined(List<? extends Html> parts, Html separator) {
    List<Html> result = new ArrayList<>();
    for (Html part : parts) {
      if (!result.isEmpty()) {
        result.add(separator);
      }
      result.add(part);
    }
    return new Pieces(result);
  }

  /// Appends the markup.
  default void write(StringBuilder out) {
    write(out, false);
  }

  /// Appends the markup, as XML where that is asked for: elements without content are closed.
  default void write(StringBuilder out, boolean xml) {
    switch (this) {
      case Element element -> {
        out.append('<').append(element.name());
        element.parts().forEach(part -> part.writeAttributes(out));
        out.append(xml && VOID.contains(element.name()) ? "/>" : ">");
        if (!VOID.contains(element.name())) {
          element.parts().forEach(part -> part.write(out, xml));
          out.append("</").append(element.name()).append('>');
        }
      }
      case Attribute attribute -> {}
      case Text text -> escape(VisibleText.of(text.text()), out);
      case Pieces pieces -> pieces.parts().forEach(part -> part.write(out, xml));
      case Trusted trusted -> out.append(trusted.markup());
    }
  }

  private void writeAttributes(StringBuilder out) {
    switch (this) {
      case Attribute attribute -> {
        out.append(' ').append(attribute.name()).append("=\"");
        escape(VisibleText.of(attribute.value()), out);
        out.append('"');
      }
      case Element element -> {}
      case Text text -> {}
      case Pieces pieces -> {}
      case Trusted trusted -> {}
    }
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
