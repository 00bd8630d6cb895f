package dev.stillwater.report;

import java.util.List;
import java.util.Random;

/// Text as somebody would write it who wants a report to do something: markup, entities, ends of
/// sections, formulas, escapes of terminals, marks that turn the direction of reading, names of
/// files, and any characters at all.
final class HostileText {
  private static final List<String> PIECES =
      List.of(
          "<script>alert(1)</script>",
          "</style>",
          "</svg>",
          "</title>",
          "</object>",
          "<img src=x onerror=y>",
          "<a href=\"javascript:x\">",
          "\"",
          "'",
          "\" onload=\"x",
          "' onload='x",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<?xml version=\"1.0\"?>",
          "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
          "&e;",
          "&",
          "&lt;",
          "&#x202e;",
          "&#0;",
          "javascript:",
          "data:text/html,x",
          "url(http://x)",
          "{{{title}}}",
          "{{#chapters}}",
          "{{/chapters}}",
          "{{=<% %>=}}",
          "\u0000",
          "\u001b[31m",
          "\u001b]0;x\u0007",
          "\u009b31m",
          "\u0008",
          "\u007f",
          "\u202e",
          "\u2066",
          "\u200b",
          "\u00ad",
          "\ufeff",
          "\ufffe",
          "\ud800",
          "\udc00",
          "\u2028",
          "\u0085",
          "\r",
          "\n",
          "\t",
          "|",
          "`",
          "```",
          "*",
          "_",
          "[x](http://y)",
          "![x](http://y)",
          "](x)",
          "<b>",
          "# ",
          "- ",
          "1. ",
          "> ",
          "$x$",
          "\\",
          "~~",
          "=cmd()",
          "=HYPERLINK(\"http://x\")",
          "+1",
          "-1",
          "@SUM(A1)",
          "＝1",
          "\",=1",
          ";=1",
          ",",
          "{0}",
          "%s",
          "%n",
          "#quot;",
          "\"]",
          "-->|x|",
          "../../etc/passwd",
          "C:\\x",
          "con",
          "ok",
          " ",
          "ü",
          "漢",
          "🏔",
          "e\u0301");

  private HostileText() {}

  /// Different for every number, the same for the same number.
  static String of(int number) {
    Random random = new Random(number * 31L + 7);
    StringBuilder out = new StringBuilder();
    int size = number % 200 == 0 ? 2000 : 1 + random.nextInt(7);
    for (int i = 0; i < size; i++) {
      if (random.nextInt(4) == 0) {
        out.append(anything(random));
      } else {
        out.append(PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return out.toString();
  }

  private static String anything(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> String.valueOf((char) random.nextInt(0x100));
      case 1 -> String.valueOf((char) random.nextInt(0x10000));
      default -> Character.toString(random.nextInt(0x110000));
    };
  }
}
