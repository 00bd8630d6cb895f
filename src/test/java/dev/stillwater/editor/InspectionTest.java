package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.editor.Inspection.Field;
import dev.stillwater.editor.Inspection.Origin;
import dev.stillwater.editor.Inspection.Section;
import dev.stillwater.editor.Inspection.Shown;
import dev.stillwater.editor.Inspection.Subject;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Coupling;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.Preset;
import dev.stillwater.model.Presets;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import dev.stillwater.model.ZoneKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InspectionTest {
  private static final Timespan DAY = Timespan.parse("4d").orElseThrow();
  private static final Presets PRESETS =
      new Presets(
          List.of(
              new Preset(
                  "sqs",
                  "SQS",
                  ComponentKind.QUEUE,
                  "",
                  LocalDate.EPOCH,
                  true,
                  Attributes.none(ComponentAttributes.TABLE)
                      .with(ComponentAttributes.RETENTION, DAY))));

  private static final Design DESIGN =
      Design.empty("shop")
          .with(new Component("user", ComponentKind.CLIENT))
          .with(new Component("order", ComponentKind.SERVICE).with(ComponentAttributes.REPLICAS, 3))
          .with(new Component("mail", ComponentKind.SERVICE))
          .with(new Component("jobs", ComponentKind.QUEUE).with(ComponentAttributes.PRESET, "sqs"))
          .with(new Link("buy", "user", "order"))
          .with(new Link("put", "order", "jobs"))
          .with(new Link("ask", "order", "mail"));

  private static Inspection of(Design design, Selection selection) {
    return Inspection.of(
        design, selection, PRESETS, id -> id.equals("ask") ? Optional.of(50.0) : Optional.empty());
  }

  @SuppressWarnings("unchecked")
  private static <T> Field<T> field(Inspection inspection, Attribute<T> attribute) {
    return (Field<T>)
        inspection.sections().stream()
            .flatMap(section -> section.fields().stream())
            .filter(field -> field.attribute() == attribute)
            .findFirst()
            .orElseThrow();
  }

  private static <T> Shown<T> shown(Selection selection, Attribute<T> attribute) {
    return field(of(DESIGN, selection), attribute).shown();
  }

  @Test
  void everyOriginIsTold() {
    Selection order = Selection.component("order");
    Selection jobs = Selection.component("jobs");
    assertThat(shown(order, ComponentAttributes.REPLICAS))
        .isEqualTo(new Shown.Known<>(3, Origin.DECLARED));
    assertThat(shown(order, ComponentAttributes.CONCURRENCY))
        .isEqualTo(new Shown.Known<>(200, Origin.DEFAULT));
    assertThat(shown(jobs, ComponentAttributes.RETENTION))
        .isEqualTo(new Shown.Known<>(DAY, Origin.PRESET));
    assertThat(shown(order, ComponentAttributes.P99)).isEqualTo(new Shown.Undeclared<>());
  }

  @Test
  void theDrawingSaysWhatIsDerived() {
    assertThat(shown(Selection.link("put"), LinkAttributes.MODE))
        .isEqualTo(new Shown.Known<>(LinkMode.SEND, Origin.DERIVED));
    assertThat(shown(Selection.link("put"), LinkAttributes.COUPLING))
        .isEqualTo(new Shown.Known<>(Coupling.LOOSE_ASYNC, Origin.DERIVED));
    assertThat(shown(Selection.link("ask"), LinkAttributes.RATE))
        .isEqualTo(new Shown.Known<>(50.0, Origin.DERIVED));
    assertThat(shown(Selection.link("put"), LinkAttributes.RATE))
        .isEqualTo(new Shown.Undeclared<>());
  }

  @Test
  void aReadNeedsItsResultAndAWriteMaySay() {
    assertThat(shown(Selection.link("ask"), LinkAttributes.NEED))
        .isEqualTo(new Shown.Known<>(Need.RESULT_NOW, Origin.DERIVED));
    Design writes =
        DESIGN.with(DESIGN.links().get("ask").with(LinkAttributes.EFFECT, Effect.WRITE));
    assertThat(field(of(writes, Selection.link("ask")), LinkAttributes.NEED).shown())
        .isEqualTo(new Shown.Undeclared<>());
  }

  @Test
  void onlyWhatAppliesToTheKindIsOffered() {
    Inspection client = of(DESIGN, Selection.component("user"));
    assertThat(client.sections())
        .extracting(Section::title)
        .doesNotContain("Messaging", "Storage", "Capacity");
    Inspection queue = of(DESIGN, Selection.component("jobs"));
    assertThat(queue.sections()).extracting(Section::title).contains("Messaging");
  }

  @Test
  void whatAFileDeclaresIsShownThoughItDoesNotApply() {
    Design odd = DESIGN.with(DESIGN.components().get("user").with(ComponentAttributes.REPLICAS, 2));
    assertThat(field(of(odd, Selection.component("user")), ComponentAttributes.REPLICAS).shown())
        .isEqualTo(new Shown.Known<>(2, Origin.DECLARED));
  }

  @Test
  void severalShowWhatTheyShareAndSayWhereTheyDiffer() {
    Selection both = Selection.ofComponents(List.of("order", "mail"));
    assertThat(shown(both, ComponentAttributes.REPLICAS)).isEqualTo(new Shown.Mixed<>(2));
    assertThat(shown(both, ComponentAttributes.CONCURRENCY))
        .isEqualTo(new Shown.Known<>(200, Origin.DEFAULT));
    Selection far = Selection.ofComponents(List.of("order", "jobs"));
    assertThat(of(DESIGN, far).sections())
        .flatExtracting(Section::fields)
        .extracting(field -> field.attribute().key())
        .contains("replicas")
        .doesNotContain("retention", "healthCheck");
  }

  @Test
  void componentsAndLinksTogetherHaveNothingInCommon() {
    Inspection mixed =
        of(DESIGN, new Selection(List.of("order"), List.of("buy"), Optional.empty()));
    assertThat(mixed.subject()).isEqualTo(new Subject.OfSeveral(List.of("order"), List.of("buy")));
    assertThat(
            mixed.sections().stream()
                .flatMap(section -> section.fields().stream())
                .map(field -> field.attribute().key()))
        .contains("notes", "url")
        .doesNotContain("replicas", "timeout", "name");
  }

  @Test
  void writingDeclaresAndClearingMakesUnknownAgain() {
    Document document = Document.of(DESIGN);
    Field<Timespan> timeout = field(of(DESIGN, Selection.link("ask")), LinkAttributes.TIMEOUT);
    Timespan three = Timespan.parse("3s").orElseThrow();
    Document declared = timeout.write(document, three);
    assertThat(declared.design().links().get("ask").get(LinkAttributes.TIMEOUT)).contains(three);
    assertThat(timeout.write(declared, null).design()).isEqualTo(DESIGN);
    assertThat(timeout.label(false)).isEqualTo("Set timeout of ask");
    assertThat(timeout.label(true)).isEqualTo("Clear timeout of ask");
  }

  @Test
  void settingsBelongToTheDesign() {
    Field<Double> grey = field(of(DESIGN, Selection.NONE), Settings.GREY);
    Document slower = grey.write(Document.of(DESIGN), 20.0);
    assertThat(slower.design().setting(Settings.GREY)).isEqualTo(20);
    assertThat(grey.label(false)).isEqualTo("Set grey factor of the design");
  }

  @Test
  void aClassOnAnEntryLinkMakesTheJourney() {
    Inspection entry = of(DESIGN, Selection.link("buy"));
    assertThat(entry.sections().getFirst().title()).isEqualTo(Inspection.JOURNEY);
    Field<RealTimeClass> real = field(entry, JourneyAttributes.CLASS);
    assertThat(real.shown()).isEqualTo(new Shown.Undeclared<>());
    Document made = real.write(Document.of(DESIGN), RealTimeClass.HARD);
    Journey journey = made.design().journeys().all().iterator().next();
    assertThat(journey.get(JourneyAttributes.ENTRY)).contains("buy");
    assertThat(journey.realTimeClass()).isEqualTo(RealTimeClass.HARD);
    assertThat(real.write(Document.of(DESIGN), null).design()).isSameAs(DESIGN);
  }

  @Test
  void aJourneyWithAPathIsTheJourneyOfItsFirstLink() {
    Design design =
        DESIGN.with(new Journey("order-it").with(JourneyAttributes.PATH, List.of("buy", "ask")));
    Field<Timespan> deadline = field(of(design, Selection.link("buy")), JourneyAttributes.DEADLINE);
    Document set = deadline.write(Document.of(design), Timespan.parse("6s").orElseThrow());
    assertThat(set.design().journeys().size()).isEqualTo(1);
    assertThat(set.design().journeys().get("order-it").get(JourneyAttributes.DEADLINE)).isPresent();
  }

  @Test
  void aLinkInsideIsNoEntry() {
    assertThat(of(DESIGN, Selection.link("ask")).sections())
        .extracting(Section::title)
        .doesNotContain(Inspection.JOURNEY);
  }

  @Test
  void aValueMoreChangesNoShape() {
    Inspection before = of(DESIGN, Selection.component("order"));
    Design edited =
        DESIGN.with(DESIGN.components().get("order").with(ComponentAttributes.REPLICAS, 9));
    assertThat(before.hasSameShape(of(edited, Selection.component("order")))).isTrue();
    assertThat(before.hasSameShape(of(DESIGN, Selection.component("mail")))).isTrue();
    assertThat(before.hasSameShape(of(DESIGN, Selection.component("jobs")))).isFalse();
    assertThat(before.hasSameShape(of(DESIGN, Selection.link("ask")))).isFalse();
  }

  @Test
  void componentsAndLinksAreGivenTheSameNotesAtOnce() {
    Design design = DESIGN.with(DESIGN.links().get("buy").with(LinkAttributes.NOTES, "slow"));
    Selection both = new Selection(List.of("order"), List.of("buy", "ask"), Optional.empty());
    Field<String> notes = field(of(design, both), ComponentAttributes.NOTES);
    assertThat(notes.shown()).isEqualTo(new Shown.Mixed<>(2));
    assertThat(notes.label(false)).isEqualTo("Set notes of 1 component and 2 links");
    Design after = notes.write(Document.of(design), "seen").design();
    assertThat(after.components().get("order").get(ComponentAttributes.NOTES)).contains("seen");
    assertThat(after.links().get("buy").get(LinkAttributes.NOTES)).contains("seen");
    assertThat(after.links().get("ask").get(LinkAttributes.NOTES)).contains("seen");
    assertThat(after.links().get("put").get(LinkAttributes.NOTES)).isEmpty();
    assertThat(field(of(after, both), ComponentAttributes.NOTES).shown())
        .isEqualTo(new Shown.Known<>("seen", Origin.DECLARED));
    Design cleared =
        field(of(after, both), ComponentAttributes.NOTES).write(Document.of(after), null).design();
    assertThat(cleared.links().get("buy").get(LinkAttributes.NOTES)).isEmpty();
  }

  @Test
  void aZoneShowsWhatItIsAndWhatIsInIt() {
    Design design =
        DESIGN
            .with(new Zone("west").with(ZoneAttributes.NAME, "West"))
            .with(new Zone("rack").with(ZoneAttributes.PARENT, "west"))
            .with(DESIGN.components().get("mail").with(ComponentAttributes.ZONES, List.of("rack")));
    Document document = Document.of(design);
    Inspection west = Inspection.zone(document, design.zones().get("west"));
    assertThat(west.subject())
        .isEqualTo(new Subject.OfZone(design.zones().get("west"), 1, 1, false));
    assertThat(field(west, ZoneAttributes.KIND).shown())
        .isEqualTo(new Shown.Known<>(ZoneKind.AZ, Origin.DEFAULT));
    Field<String> parent =
        field(Inspection.zone(document, design.zones().get("rack")), ZoneAttributes.PARENT);
    assertThat(parent.shown()).isEqualTo(new Shown.Known<>("west", Origin.DECLARED));
    assertThat(parent.label(true)).isEqualTo("Clear parent of zone rack");
    assertThat(parent.write(document, null).design().zones().get("rack").attributes().declared())
        .isEmpty();
  }
}
