package dev.stillwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.edits.InsertQueue;
import dev.stillwater.testing.AnyDocument;
import dev.stillwater.testing.DesignFixture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class ChangePartsTest {
  private static final String SHOP =
      """
      client shopper
      service order replicas=2
      service email
      service points
      shopper -> order id=checkout rate=50 timeout=10s
      order -> email id=mail need=later
      order -> points id=earn need=later
      journey place-order path=checkout,mail,earn class=hard
      """;

  private static Design design(String text) {
    return DesignFixture.parse(text).design();
  }

  private static List<List<String>> keys(ChangeParts parts) {
    return parts.parts().stream()
        .map(part -> part.differences().stream().map(Difference::key).toList())
        .toList();
  }

  private static ChangeParts between(Design before, Design after) {
    return ChangeParts.between(Document.of(before), Document.of(after));
  }

  @Test
  void changesOfDifferentElementsAreApart() {
    ChangeParts parts =
        between(
            design(SHOP),
            design(SHOP.replace("timeout=10s", "timeout=2s").replace("replicas=2", "replicas=3")));
    assertThat(keys(parts)).containsExactly(List.of("component:order"), List.of("link:checkout"));
    Document kept = parts.keeping(List.of(parts.parts().getFirst()));
    assertThat(kept.design()).isEqualTo(design(SHOP.replace("replicas=2", "replicas=3")));
  }

  @Test
  void aQueueGoesWithItsLinksAndTheLinkThatItReplaces() {
    Design before = design(SHOP).withJourneys(Index.empty());
    Design after = InsertQueue.on(before, before.links().get("mail")).apply(before);
    assertThat(after).isNotEqualTo(before);
    after = after.with(after.links().get("checkout").with(LinkAttributes.RETRIES, 1));
    ChangeParts parts = between(before, after);
    assertThat(parts.parts()).hasSize(2);
    assertThat(keys(parts)).contains(List.of("link:checkout"));
  }

  @Test
  void aLinkGoesWithTheDetourThatReplacesIt() {
    Design before = design(SHOP).withJourneys(Index.empty());
    Design after =
        before
            .withLinks(before.links().without(List.of("mail")))
            .with(new Component("box", ComponentKind.QUEUE))
            .with(new Link("put", "order", "box"))
            .with(new Link("take", "box", "email"));
    assertThat(keys(between(before, after)))
        .containsExactly(List.of("component:box", "link:mail", "link:put", "link:take"));
  }

  @Test
  void everythingKeptIsTheLaterDocumentAndNothingKeptTheEarlier() {
    Document before = Document.of(design(SHOP));
    Document after =
        Document.of(design(SHOP).renameComponent("email", "mailer"))
            .withLayout(Layout.EMPTY.with("order", new Layout.Position(3, 4)));
    ChangeParts parts = ChangeParts.between(before, after);
    assertThat(parts.keeping(parts.parts())).isEqualTo(after);
    assertThat(parts.keeping(List.of())).isEqualTo(before);
  }

  @Test
  void aRenamedComponentTakesItsPlaceAndItsDecisionsAlong() {
    Decision decision = new Decision("REL-TR-001@email", Attributes.none(DecisionAttributes.TABLE));
    Document before =
        Document.of(design(SHOP))
            .withLayout(Layout.EMPTY.with("email", new Layout.Position(3, 4)))
            .withDecisions(List.of(decision));
    Design renamed = before.design().renameComponent("email", "mailer");
    Document after =
        new Document(
            renamed.with(renamed.links().get("checkout").with(LinkAttributes.RETRIES, 1)),
            before.layout().renamed("email", "mailer"),
            List.of(),
            List.of(decision.renamed(id -> id.equals("email") ? "mailer" : id)),
            List.of());
    ChangeParts parts = ChangeParts.between(before, after);
    ChangeParts.Part rename =
        parts.parts().stream()
            .filter(it -> it.differences().getFirst().kind() == Difference.Kind.RENAMED)
            .findFirst()
            .orElseThrow();
    Document kept = parts.keeping(List.of(rename));
    assertThat(kept.design()).isEqualTo(renamed);
    assertThat(kept.layout()).isEqualTo(after.layout());
    assertThat(kept.decisions().getFirst().target()).isEqualTo("REL-TR-001@mailer");
  }

  @Provide
  Arbitrary<Design> designs() {
    return AnyDocument.designs();
  }

  @Property(
      seed = "20261129",
      tries = 120,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE)
  void whateverIsKeptHangsTogether(
      @ForAll("designs") Design one, @ForAll("designs") Design other, @ForAll long seed) {
    ChangeParts parts = between(one, other);
    Random random = new Random(seed);
    List<ChangeParts.Part> kept = new ArrayList<>(parts.parts());
    kept.removeIf(part -> random.nextBoolean());
    Design result = parts.keeping(kept).design();
    Set<String> components = new HashSet<>(result.components().ids());
    for (Link link : result.links()) {
      assertThat(components).contains(link.from(), link.to());
    }
    for (Journey journey : result.journeys()) {
      assertThat(result.links().ids()).containsAll(journey.namedLinks());
    }
    assertThat(parts.keeping(parts.parts()).design()).isEqualTo(other);
    assertThat(parts.keeping(List.of()).design()).isEqualTo(one);
  }
}
