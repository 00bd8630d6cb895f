package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class RulePageViewTest {
  private final List<String> followed = new ArrayList<>();

  private Parent show(String markdown) {
    RulePageView view = new RulePageView(followed::add);
    view.show(markdown);
    return view.view();
  }

  private static String words(Node node) {
    if (node instanceof Text text) {
      return text.getText();
    }
    if (node instanceof Label label) {
      return label.getText() + "|";
    }
    StringBuilder all = new StringBuilder();
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> all.append(words(child)));
    }
    return all.append(node.getStyleClass().contains("sw-flow") ? "|" : "").toString();
  }

  private static Text text(Parent page, String words) {
    return page.lookupAll(".text").isEmpty() && page.lookupAll("*").isEmpty()
        ? new Text()
        : page.lookupAll("*").stream()
            .filter(Text.class::isInstance)
            .map(Text.class::cast)
            .filter(text -> text.getText().equals(words))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void everyBlockIsShownInItsOrder() {
    Parent page =
        show(
            """
            ## Why
            One line
            goes on.

            * first *point*
            * second

            3. three
            4. four

            ```design
            client shopper
              service order
            ```

            > quoted

            | a | b |
            |---|---|
            | 1 | 2 |
            """);
    assertThat(words(page))
        .isEqualTo(
            "Why|One line goes on.|•|first point|•|second|3.|three|4.|four|"
                + "client shopper\n  service order|quoted|a|b|1|2|");
  }

  @Test
  void emphasisCodeAndLinksAreTold() {
    Parent page = show("Use `need`, **now**, see [the other](REL-LC-002.md).");
    assertThat(text(page, "need").getStyleClass()).contains("sw-page-inline-code");
    assertThat(text(page, "now").getStyleClass()).contains("sw-page-strong");
    text(page, "the other").getOnMouseClicked().handle(null);
    assertThat(followed).containsExactly("REL-LC-002.md");
  }

  @Test
  void markupThatIsNotOursIsShownAndNotRun() {
    assertThat(words(show("a <b>bold</b>\n\n<script>alert(1)</script>")))
        .isEqualTo("a <b>bold</b>|<script>alert(1)</script>|");
  }
}
