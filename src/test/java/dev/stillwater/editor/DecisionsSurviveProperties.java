package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.DesignJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Link;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Settings;
import dev.stillwater.review.DecisionDraft;
import dev.stillwater.review.DecisionStatus;
import dev.stillwater.review.RenamedFacts;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.Reviewer;
import dev.stillwater.rules.Finding;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.SmallDesigns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/// Every finding of a design is decided; then something happens to the design that changes no facts
/// of most findings. What is still found with the same facts is still decided, and nothing else is.
class DecisionsSurviveProperties {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final Presets PRESETS = GoldenPresets.ALL;
  private static final Reviewer REVIEWER = new Reviewer(PRESETS);

  private static Review review(Document document) {
    return REVIEWER.review(document, TODAY);
  }

  private static Document allDecided(int seed) {
    Document document = Document.of(SmallDesigns.acyclic(seed));
    Review review = review(document);
    for (ReviewedFinding found : review.findings()) {
      DecisionDraft draft =
          new DecisionDraft(found.key(), DecisionKind.ACCEPTED, "known", "Ann", "", null);
      document = draft.taken(document, review, TODAY);
    }
    Assume.that(!document.decisions().isEmpty());
    assertThat(undecided(review(document))).isEmpty();
    return document;
  }

  private static Set<String> undecided(Review review) {
    return review.findings().stream()
        .filter(found -> found.decided().isEmpty())
        .map(ReviewedFinding::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Finding> byKey(Review review) {
    Map<String, Finding> result = new HashMap<>();
    review.findings().forEach(found -> result.put(found.key(), found.finding()));
    return result;
  }

  @Property(
      seed = "20261129",
      tries = 150,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE)
  void aRenamedComponentKeepsItsDecisions(
      @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(max = 20) int which) {
    Document before = allDecided(seed);
    List<String> ids = List.copyOf(before.design().components().ids());
    String id = ids.get(which % ids.size());
    // In its place among the others: of two causes at the same moment the first by name counts.
    Document after = Editing.rename(before, id, id + "-renamed");
    assertThat(undecided(review(kept(before, after)))).isEmpty();
    assertThat(after.decisions()).hasSameSizeAs(before.decisions());
  }

  @Property(
      seed = "20261129",
      tries = 100,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE)
  void aRenamedLinkKeepsItsDecisions(
      @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(max = 20) int which) {
    Document before = allDecided(seed);
    List<String> ids = List.copyOf(before.design().links().ids());
    String id = ids.get(which % ids.size());
    Document after = Editing.renameLink(before, id, id + "-renamed");
    assertThat(undecided(review(kept(before, after)))).isEmpty();
  }

  /// The document as the workspace keeps it once the rename is judged.
  private static Document kept(Document before, Document after) {
    return RenamedFacts.rewritten(review(before), review(after)).orElse(after);
  }

  @Property(
      seed = "20261129",
      tries = 60,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE)
  void aNewLayoutKeepsEveryDecision(@ForAll @IntRange(max = 100_000) int seed) {
    Document before = allDecided(seed);
    Layout layout = Layout.EMPTY;
    for (String id : before.design().components().ids()) {
      layout = layout.with(id, new Layout.Position(id.hashCode() % 1000, seed % 700));
    }
    assertThat(undecided(review(before.withLayout(layout)))).isEmpty();
  }

  @Property(
      seed = "20261129",
      tries = 100,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE)
  void anotherOrderOfTheFileKeepsEveryDecision(
      @ForAll @IntRange(max = 100_000) int seed, @ForAll long order) {
    Document before = allDecided(seed);
    Document after = before.withDesign(SmallDesigns.shuffled(before.design(), order));
    assertThat(undecided(review(after))).isEmpty();
  }

  @Property(
      seed = "20261129",
      tries = 40,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE)
  void aFileKeepsEveryDecision(@ForAll @IntRange(max = 100_000) int seed) {
    Document before = allDecided(seed);
    ReadResult read = DesignJson.read(DesignJson.write(before), "small", PRESETS);
    assertThat(read).isInstanceOf(ReadResult.Opened.class);
    assertThat(undecided(review(((ReadResult.Opened) read).document()))).isEmpty();
  }

  @Property(
      seed = "20261129",
      tries = 100,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE)
  void aCopyIsAnotherElementThatNobodyDecidedAbout(@ForAll @IntRange(max = 100_000) int seed) {
    Document before = allDecided(seed);
    Selection everything =
        new Selection(List.copyOf(before.design().components().ids()), List.of(), Optional.empty());
    Editing.Pasted pasted = Editing.paste(before, Editing.fragment(before, everything), 40, 40);
    Document after = pasted.document();
    assertThat(after.decisions()).isEqualTo(before.decisions());
    Set<String> copies = new HashSet<>(pasted.selection().components());
    copies.addAll(pasted.selection().links());
    Map<String, Finding> was = byKey(review(before));
    for (ReviewedFinding found : review(after).findings()) {
      if (copies.contains(found.finding().subject())) {
        assertThat(found.decided()).as(found.key()).isEmpty();
      } else {
        expectSame(was.get(found.key()), found, before.design());
      }
    }
  }

  @Property(
      seed = "20261129",
      tries = 150,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE)
  void aMoveBetweenZonesReopensOnlyWhatChanges(
      @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(max = 20) int which) {
    Document before = allDecided(seed);
    List<Component> components = List.copyOf(before.design().components().all());
    Component moved =
        components.get(which % components.size()).with(ComponentAttributes.ZONES, List.of("z9"));
    Map<String, Finding> was = byKey(review(before));
    for (ReviewedFinding found :
        review(before.withDesign(before.design().with(moved))).findings()) {
      expectSame(was.get(found.key()), found, before.design());
    }
  }

  @Property(
      seed = "20261129",
      tries = 150,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE)
  void anotherThresholdReopensOnlyWhereNumbersChange(
      @ForAll @IntRange(max = 100_000) int seed,
      @ForAll @IntRange(min = 2, max = 40) int grey,
      @ForAll @IntRange(min = 2, max = 40) int chatty) {
    Document before = allDecided(seed);
    Design design = before.design();
    Design upgraded =
        design.withSettings(
            design
                .settings()
                .with(Settings.GREY, (double) grey)
                .with(Settings.CHATTY, (double) chatty));
    Map<String, Finding> was = byKey(review(before));
    for (ReviewedFinding found : review(before.withDesign(upgraded)).findings()) {
      expectSame(was.get(found.key()), found, design);
    }
  }

  /// Decided exactly where nothing that matters is different; the order of lists does not matter.
  private static void expectSame(Finding was, ReviewedFinding found, Design design) {
    if (was == null) {
      assertThat(found.decided()).as(found.key()).isEmpty();
      return;
    }
    Finding is = found.finding();
    boolean numbers = parts(was.detail()).equals(parts(is.detail()));
    boolean path =
        Set.copyOf(was.links()).equals(Set.copyOf(is.links()))
            && (!was.links().isEmpty()
                || Set.copyOf(was.components()).equals(Set.copyOf(is.components())));
    boolean milder = is.severity().compareTo(was.severity()) <= 0;
    boolean cheaper = was.journeysLost().containsAll(is.journeysLost());
    assertThat(found.decided().isPresent())
        .as("%s: %s → %s, %s → %s", found.key(), was.detail(), is.detail(), was.links(), is.links())
        .isEqualTo(numbers && path && milder && cheaper);
    if (found.decided().isEmpty()) {
      assertThat(found.lapsedDecision().orElseThrow().state())
          .isEqualTo(DecisionStatus.State.STALE);
      assertThat(found.lapsedDecision().orElseThrow().why()).isNotEmpty();
    }
  }

  private static List<String> parts(String detail) {
    List<String> parts = new ArrayList<>(List.of(detail.split(",\\s*")));
    parts.sort(null);
    return parts;
  }

  @Property(
      seed = "20261129",
      tries = 60,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE)
  void whatIsRemovedLeavesAnOrphanAndItsReturnIsCovered(@ForAll @IntRange(max = 100_000) int seed) {
    Document before = allDecided(seed);
    Link gone = before.design().links().all().iterator().next();
    Document without =
        Editing.delete(before, new Selection(List.of(), List.of(gone.id()), Optional.empty()));
    assertThat(without.decisions()).isEqualTo(before.decisions());
    assertThat(review(without).decisions()).hasSameSizeAs(before.decisions());
    review(without)
        .decisions()
        .forEach(status ->
            assertThat(status.covered() > 0)
                .isEqualTo(status.state() == DecisionStatus.State.HOLDS));
  }
}
