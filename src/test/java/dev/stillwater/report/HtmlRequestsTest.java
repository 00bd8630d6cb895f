package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/// A page asks nobody for anything when it is opened: who reads a review is nobody's business, and
/// it has to open where there is no network.
class HtmlRequestsTest {
  /// What loads, runs or sends something by being there.
  private static final Set<String> LOADING =
      Set.of(
          "script",
          "link",
          "base",
          "iframe",
          "frame",
          "object",
          "embed",
          "applet",
          "audio",
          "video",
          "source",
          "track",
          "form",
          "portal",
          "image",
          "feimage",
          "foreignobject",
          "animate",
          "set");

  private static final Set<String> ADDRESSES =
      Set.of(
          "src",
          "srcset",
          "imagesrcset",
          "href",
          "xlink:href",
          "data",
          "poster",
          "action",
          "formaction",
          "background",
          "ping",
          "manifest",
          "cite",
          "longdesc",
          "profile",
          "codebase",
          "archive",
          "code",
          "classid",
          "usemap");

  private static final Pattern INSIDE = Pattern.compile("#[\\w.-]+");
  private static final Pattern PICTURE =
      Pattern.compile("data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=]+");

  /// A link that somebody has to click.
  private static final Pattern REFERENCE = Pattern.compile("https://[^\\s\"'<>]+");

  private static final Pattern STYLE_ADDRESS =
      Pattern.compile("(?i)url\\((?!#)|@import|image-set\\(|@font-face|src\\(");

  @Test
  void noPageMakesARequest() {
    HtmlPages.all().forEach(HtmlRequestsTest::check);
  }

  @Test
  void pagesThatWouldAskAreNoticed() {
    for (String asks :
        new String[] {
          "<img src=\"https://x/y.png\"/>",
          "<img src=\"y.png\"/>",
          "<a href=\"http://x\">x</a>",
          "<a href=\"//x\">x</a>",
          "<a href=\"#x\" ping=\"https://x\">x</a>",
          "<p style=\"background: url(https://x)\">x</p>",
          "<style>@import 'x';</style>",
          "<style>p { background: URL(x) }</style>",
          "<script>x</script>",
          "<meta http-equiv=\"refresh\" content=\"0; url=https://x\"/>",
          "<svg><use xlink:href=\"x.svg#y\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/></svg>",
          "<p onclick=\"x\">x</p>"
        }) {
      assertThatThrownBy(() -> check("page", "<html>" + asks + "</html>"))
          .as(asks)
          .isInstanceOf(AssertionError.class);
    }
    check("page", "<html><a href=\"#d1\">x</a><a href=\"https://example.org/x\">y</a></html>");
  }

  private static void check(String name, String page) {
    String xml =
        page.replaceFirst("<!doctype html>\n", "")
            .replaceAll("(<(?:meta|img|br|hr)\\b[^>]*?)/?>", "$1/>");
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      walk(
          name,
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)))
              .getDocumentElement());
    } catch (Exception e) {
      throw new AssertionError(name, e);
    }
  }

  private static void walk(String page, Element element) {
    String tag = element.getTagName().toLowerCase(Locale.ROOT);
    assertThat(LOADING).as(page).doesNotContain(tag);
    if (tag.equals("style")) {
      assertThat(element.getTextContent()).as(page).doesNotContainPattern(STYLE_ADDRESS);
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      attribute(page, tag, attributes.item(i));
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        walk(page, inner);
      }
    }
  }

  private static void attribute(String page, String tag, Node attribute) {
    String name = attribute.getNodeName().toLowerCase(Locale.ROOT);
    String value = attribute.getNodeValue();
    String where = page + ": " + tag + " " + name + "=" + value;
    assertThat(name).as(where).doesNotStartWith("on");
    if (name.equals("http-equiv")) {
      assertThat(value).as(where).isEqualToIgnoringCase("content-security-policy");
    }
    if (name.equals("style") || name.equals("fill") || name.equals("mask")) {
      assertThat(value).as(where).doesNotContainPattern(STYLE_ADDRESS);
    }
    if (ADDRESSES.contains(name)) {
      boolean inside = INSIDE.matcher(value).matches();
      boolean picture = tag.equals("img") && name.equals("src") && PICTURE.matcher(value).matches();
      boolean link = tag.equals("a") && name.equals("href") && REFERENCE.matcher(value).matches();
      assertThat(inside || picture || link).as(where).isTrue();
    }
  }
}
