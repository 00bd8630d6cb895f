package dev.stillwater.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Load;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Coupling;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Ordering;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.WorkShape;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.GoldenPresets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardsTest {
  private static final String DESIGN =
      """
      client c
      service a
      service b %s
      c -> a id=in rate=50
      a -> b id=l %s
      """;

  private static List<String> verdicts(Edit edit, Design design) {
    DependencyGraph graph = DependencyGraph.of(design, Presets.NONE);
    return Guards.judge(edit, graph, Load.of(graph)).stream()
        .map(verdict -> verdict.guard() + " " + verdict.kind())
        .toList();
  }

  private static List<String> queue(String consumer, String link) {
    Design design = DesignFixture.parse(DESIGN.formatted(consumer, link)).design();
    return verdicts(InsertQueue.on(design, design.links().get("l")), design);
  }

  @Test
  void anAnswerThatIsNeededRefusesAQueue() {
    assertThat(queue("", "effect=write need=result-now")).containsExactly("REL-NG-001 REFUSE");
  }

  @Test
  void anUnknownNeedAsks() {
    assertThat(queue("", "effect=write")).containsExactly("REL-NG-002 ASK");
    assertThat(queue("", "effect=idempotent-write need=unknown")).containsExactly("REL-NG-002 ASK");
  }

  @Test
  void aReadRefusesAQueueAndIsNotAskedAbout() {
    assertThat(queue("", "")).containsExactly("REL-NG-003 REFUSE");
    assertThat(queue("", "need=result-now"))
        .containsExactly("REL-NG-001 REFUSE", "REL-NG-003 REFUSE");
  }

  @Test
  void aConsumerWithoutHeadroomRefusesAQueue() {
    String later = "effect=write need=later";
    assertThat(queue("capacity=50", later)).containsExactly("REL-NG-004 REFUSE");
    assertThat(queue("capacity=25 replicas=2", later)).containsExactly("REL-NG-004 REFUSE");
    assertThat(queue("capacity=51", later)).isEmpty();
    assertThat(queue("", later)).isEmpty();
  }

  @Test
  void withoutLoadNothingCanBeSaidOfDraining() {
    Design design =
        DesignFixture.parse("service a\nservice b capacity=0\na -> b id=l effect=write need=later")
            .design();
    assertThat(verdicts(InsertQueue.on(design, design.links().get("l")), design)).isEmpty();
  }

  @Test
  void anAnnotatedQueueIsAQueue() {
    Design design =
        DesignFixture.parse(DESIGN.formatted("", "effect=write need=result-now")).design();
    Edit annotate = new SetAttribute<>("l", LinkAttributes.COUPLING, Coupling.LOOSE_ASYNC);

    assertThat(verdicts(annotate, design)).containsExactly("REL-NG-001 REFUSE");
    assertThat(verdicts(new Bundle("X", "l", "X", List.of(annotate, annotate)), design))
        .containsExactly("REL-NG-001 REFUSE");
    assertThat(
            verdicts(new SetAttribute<>("l", LinkAttributes.COUPLING, Coupling.LOOSE_SYNC), design))
        .isEmpty();
  }

  @Test
  void aTopicWithQueuesIsJudgedByEachOfThem() {
    Design design =
        DesignFixture.parse(
                """
                client c
                service a
                service b capacity=10
                service d
                c -> a rate=50
                a -> b id=l effect=write need=later
                a -> d id=m effect=write need=later
                """)
            .design();
    assertThat(verdicts(new ReplaceFanoutWithTopic("a", "a", List.of("b", "d")), design))
        .containsExactly("REL-NG-004 REFUSE");
  }

  private static Design linked(String components, String link) {
    return DesignFixture.parse("client c\nservice a\n" + components + "\nc -> a rate=50\n" + link)
        .design();
  }

  private static <T> Edit set(Attribute<T> attribute, T value) {
    return new SetAttribute<>("l", attribute, value);
  }

  private static Edit bundle(Edit... parts) {
    return new Bundle("X", "l", "X", List.of(parts));
  }

  @Test
  void aSnapshotAboveTheBudgetIsWarnedOf() {
    Edit constant = set(LinkAttributes.SHAPE, WorkShape.CONSTANT);
    String link = "a -> b id=l mode=config payload=1000 period=10s itemCount=";
    String fleet = "service b replicas=10";

    assertThat(verdicts(constant, linked(fleet, link + 1000))).isEmpty();
    assertThat(verdicts(constant, linked(fleet, link + 1001))).containsExactly("REL-NG-008 WARN");
    assertThat(verdicts(constant, linked(fleet, "a -> b id=l mode=config itemCount=90000000")))
        .isEmpty();
    assertThat(verdicts(set(LinkAttributes.SHAPE, WorkShape.CHANGES), linked(fleet, link + 1001)))
        .isEmpty();
  }

  @Test
  void aSlowerPeriodInTheSameStepMakesASnapshotSmallEnough() {
    Edit constant = set(LinkAttributes.SHAPE, WorkShape.CONSTANT);
    Design design =
        linked(
            "service b replicas=10",
            "a -> b id=l mode=config payload=1000 period=10s itemCount=1001");
    Edit slower = set(LinkAttributes.PERIOD, Timespan.ofSeconds(20));

    assertThat(verdicts(bundle(constant, slower), design)).isEmpty();
    assertThat(verdicts(bundle(slower), design)).isEmpty();
  }

  @Test
  void aPublishedSnapshotHasABudgetToo() {
    String call = "b -> a id=l payload=1000 itemCount=";
    Design design = linked("service b replicas=100", call + 601);
    assertThat(verdicts(InvertControl.on(design, "l").orElseThrow(), design))
        .containsExactly("REL-NG-008 WARN");
    Design small = linked("service b replicas=100", call + 600);
    assertThat(verdicts(InvertControl.on(small, "l").orElseThrow(), small)).isEmpty();
  }

  @Test
  void retriesOfAWriteWithoutATokenAreRefused() {
    Edit retry = set(LinkAttributes.RETRIES, 2);
    String b = "service b";
    assertThat(verdicts(retry, linked(b, "a -> b id=l effect=write")))
        .containsExactly("REL-NG-009 REFUSE");
    assertThat(verdicts(set(LinkAttributes.RETRIES, -1), linked(b, "a -> b id=l effect=write")))
        .containsExactly("REL-NG-009 REFUSE");
    assertThat(verdicts(retry, linked(b, "a -> b id=l effect=write idempotency=token"))).isEmpty();
    assertThat(verdicts(retry, linked(b, "a -> b id=l effect=idempotent-write"))).isEmpty();
    assertThat(verdicts(retry, linked(b, "a -> b id=l effect=read"))).isEmpty();
    assertThat(verdicts(retry, linked("queue b delivery=exactly-once", "a -> b id=l effect=write")))
        .isEmpty();
    assertThat(verdicts(retry, linked("queue b", "a -> b id=l effect=write")))
        .containsExactly("REL-NG-009 REFUSE");
  }

  @Test
  void fewerRetriesAreFreeAndSoAreThoseWithAToken() {
    Edit retry = set(LinkAttributes.RETRIES, 2);
    Edit token = set(LinkAttributes.IDEMPOTENCY, Idempotency.TOKEN);
    String b = "service b";
    for (String known : List.of("retries=3", "retries=2", "retries=-1")) {
      assertThat(verdicts(retry, linked(b, "a -> b id=l effect=write " + known))).isEmpty();
    }
    Design design = linked(b, "a -> b id=l effect=write");
    assertThat(verdicts(bundle(retry, token), design)).isEmpty();
    assertThat(verdicts(bundle(bundle(token), bundle(retry)), design)).isEmpty();
    assertThat(verdicts(bundle(retry, set(LinkAttributes.BREAKER, true)), design))
        .containsExactly("REL-NG-009 REFUSE");
    assertThat(
            verdicts(
                bundle(retry, set(LinkAttributes.EFFECT, Effect.WRITE), token),
                linked(b, "a -> b id=l")))
        .isEmpty();
  }

  @Test
  void aBreakerBeforeCellsIsWarnedOf() {
    Edit breaker = set(LinkAttributes.BREAKER, true);
    String link = "a -> b id=l";
    for (String cells :
        List.of(
            "service b isolation=cell",
            "service b isolation=shuffle-shard",
            "zone x kind=cell\nzone y kind=cell\nservice b zones=x,y",
            "load-balancer b\nservice d isolation=cell\nb -> d")) {
      assertThat(verdicts(breaker, linked(cells, link)))
          .as(cells)
          .containsExactly("REL-NG-011 WARN");
    }
    for (String whole :
        List.of(
            "service b",
            "service b isolation=quota",
            "zone x kind=cell\nservice b zones=x,y",
            "load-balancer b\nservice d\nb -> d")) {
      assertThat(verdicts(breaker, linked(whole, link))).as(whole).isEmpty();
    }
    assertThat(
            verdicts(set(LinkAttributes.BREAKER, false), linked("service b isolation=cell", link)))
        .isEmpty();
  }

  @Test
  void aFallbackThatMovesLoadIsWarnedOf() {
    Edit other = set(LinkAttributes.FALLBACK, Fallback.OTHER_PATH);
    Edit to = set(LinkAttributes.FALLBACK_TO, "d");
    Design design =
        linked("service b\nservice d capacity=60 replicas=1\nc -> d rate=20", "a -> b id=l");

    assertThat(verdicts(other, design)).containsExactly("REL-NG-012 WARN");
    assertThat(verdicts(set(LinkAttributes.FALLBACK, Fallback.BYPASS_CACHE), design))
        .containsExactly("REL-NG-012 WARN");
    assertThat(verdicts(set(LinkAttributes.FALLBACK, Fallback.STALE_CACHE), design)).isEmpty();
    DependencyGraph graph = DependencyGraph.of(design, Presets.NONE);
    assertThat(Guards.judge(bundle(other, to), graph, Load.of(graph)).getFirst().text())
        .contains("d must take 50 req/s of l at once")
        .contains("it serves 60 req/s and takes in 20 req/s already");
  }

  @Test
  void aBypassedCacheMovesLoadToItsOrigin() {
    Design design = linked("cache b\nservice d", "a -> b id=l\na -> d behindCache=b");
    DependencyGraph graph = DependencyGraph.of(design, Presets.NONE);
    Edit bypass = set(LinkAttributes.FALLBACK, Fallback.BYPASS_CACHE);
    assertThat(Guards.judge(bypass, graph, Load.of(graph)).getFirst().text())
        .contains("When b fails, d must take 50 req/s of l");
  }

  private static final String JOURNEY =
      """
      %s
      client c
      service a
      service b capacity=60
      c -> a id=in rate=50
      a -> b id=l effect=write need=later
      journey slow path=in,l class=soft deadline=10h
      journey j path=in,l %s
      """;

  private static List<String> onJourney(String settings, String journey) {
    Design design = DesignFixture.parse(JOURNEY.formatted(settings, journey)).design();
    return verdicts(InsertQueue.on(design, design.links().get("l")), design);
  }

  @Test
  void aDeadlineShorterThanTheDrainWarnsOfAQueue() {
    assertThat(onJourney("", "")).isEmpty();
    assertThat(onJourney("", "deadline=5h")).isEmpty();
    assertThat(onJourney("", "deadline=4h")).containsExactly("REL-NG-005 WARN");
    assertThat(onJourney("settings outage=30m", "deadline=4h")).isEmpty();
  }

  @Test
  void aWriteThatIsReadBackWarnsOfAQueue() {
    String design =
        """
        client c
        service a
        service b
        relational-db db
        cache other
        c -> a id=in
        a -> b id=l effect=write need=later
        a -> b id=m %s
        b -> db id=save effect=write
        a -> db id=n %s
        a -> other id=o
        journey j path=%s
        """;
    InsertQueue queue = new InsertQueue("l", "a", "b", "sqs-standard");

    assertThat(verdicts(queue, parse(design, "", "", "in,l,save,m")))
        .containsExactly("REL-NG-006 WARN");
    assertThat(verdicts(queue, parse(design, "", "", "in,l,save,n")))
        .as("from what the callee writes")
        .containsExactly("REL-NG-006 WARN");
    assertThat(verdicts(queue, parse(design, "", "", "in,m,n,l,save,o")))
        .as("read before, or elsewhere")
        .isEmpty();
    assertThat(verdicts(queue, parse(design, "effect=write", "effect=write", "in,l,save,m,n")))
        .isEmpty();
    assertThat(verdicts(queue, parse(design, "", "", "in,l"))).as("on no journey").isEmpty();
  }

  private static Design parse(String text, Object... arguments) {
    return DesignFixture.parse(text.formatted(arguments)).design();
  }

  private static List<String> withPresets(Edit edit, Design design) {
    DependencyGraph graph = DependencyGraph.of(design, GoldenPresets.ALL);
    return Guards.judge(edit, graph, Load.of(graph)).stream()
        .map(verdict -> verdict.guard() + " " + verdict.kind())
        .toList();
  }

  @Test
  void orderThatNobodyNeedsIsWarnedOf() {
    Design design =
        parse(
            """
            service s
            queue free preset=sqs-standard
            queue needed preset=sqs-standard
            queue ordered preset=sqs-fifo
            worker w
            worker v
            free -> w
            needed -> w
            needed -> v ordered=true
            ordered -> w
            s -> w id=l coupling=loose-async
            s -> w id=m coupling=loose-async ordered=true
            """);
    List<String> warned = List.of("REL-NG-007 WARN");
    assertThat(withPresets(order("free", Ordering.PER_KEY), design)).isEqualTo(warned);
    assertThat(withPresets(order("free", Ordering.TOTAL), design)).isEqualTo(warned);
    assertThat(withPresets(order("free", Ordering.PRIORITY), design)).isEmpty();
    assertThat(withPresets(order("free", Ordering.NONE), design)).isEmpty();
    assertThat(withPresets(order("needed", Ordering.PER_KEY), design)).isEmpty();
    assertThat(withPresets(order("ordered", Ordering.TOTAL), design)).as("as it was").isEmpty();
    assertThat(withPresets(use("free", "sqs-fifo"), design)).isEqualTo(warned);
    assertThat(withPresets(use("free", "sqs-standard"), design)).isEmpty();
    assertThat(
            withPresets(new SetAttribute<>("free", ComponentAttributes.PRESET, "sqs-fifo"), design))
        .isEqualTo(warned);
    assertThat(withPresets(new SetAttribute<>("l", LinkAttributes.VIA, "sqs-fifo"), design))
        .isEqualTo(warned);
    assertThat(withPresets(new SetAttribute<>("m", LinkAttributes.VIA, "sqs-fifo"), design))
        .isEmpty();
  }

  private static Edit order(String queue, Ordering ordering) {
    return new SetAttribute<>(queue, ComponentAttributes.ORDERING, ordering);
  }

  private static Edit use(String queue, String preset) {
    return new UsePreset(queue, preset, ComponentKind.QUEUE, queue);
  }

  @Test
  void aDeliveryHadNoAnswerThatAQueueCouldTake() {
    Design design =
        parse("service s\ntopic t\nworker w capacity=9\ns -> t rate=%s\nt -> w id=l", 5);
    assertThat(verdicts(InsertQueue.on(design, design.links().get("l")), design)).isEmpty();
    Design full = parse("service s\ntopic t\nworker w capacity=9\ns -> t rate=%s\nt -> w id=l", 9);
    assertThat(verdicts(InsertQueue.on(full, full.links().get("l")), full))
        .containsExactly("REL-NG-004 REFUSE");
  }

  private static List<String> retry(String outer, String inner, String callee, int retries) {
    Design design =
        DesignFixture.parse(
                """
                client c
                service a
                service b
                service d %s
                c -> a id=first rate=50 %s
                a -> b id=middle
                b -> d id=l %s
                b -> d id=other calls=0.5
                """
                    .formatted(callee, outer, inner))
            .design();
    return verdicts(new SetAttribute<>("l", LinkAttributes.RETRIES, retries), design);
  }

  @Test
  void retriesBelowALayerThatRetriesAreWarnedOf() {
    assertThat(retry("retries=1", "", "", 1)).containsExactly("REL-NG-010 WARN");
    assertThat(retry("retries=1", "", "", -1)).containsExactly("REL-NG-010 WARN");
    assertThat(retry("retries=1", "", "", 0)).isEmpty();
    assertThat(retry("", "retries=1", "", 1)).isEmpty();
    assertThat(retry("retries=1 breaker=true", "", "", 1)).isEmpty();
    assertThat(retry("retries=1", "dependency=soft", "", 1)).isEmpty();
  }

  @Test
  void retriesBeyondTheCapacityAreWarnedOf() {
    assertThat(retry("", "", "capacity=125", 1)).isEmpty();
    assertThat(retry("", "", "capacity=124", 1)).containsExactly("REL-NG-010 WARN");
    assertThat(retry("", "retryBudget=0.1", "capacity=80", 1)).isEmpty();
    assertThat(retry("", "breaker=true", "capacity=80", 1)).isEmpty();
    assertThat(retry("", "", "capacity=524", -1)).containsExactly("REL-NG-010 WARN");
    assertThat(retry("", "", "capacity=525", -1)).isEmpty();
  }

  @Test
  void retriesOnACycleEnd() {
    Design design =
        DesignFixture.parse("service a\nservice b\na -> b id=l\nb -> a id=back\na -> a id=self")
            .design();
    assertThat(verdicts(new SetAttribute<>("l", LinkAttributes.RETRIES, 1), design)).isEmpty();
    assertThat(verdicts(new SetAttribute<>("missing", LinkAttributes.RETRIES, 1), design))
        .isEmpty();
  }

  @Test
  void otherEditsAreFree() {
    Design design = DesignFixture.parse(DESIGN.formatted("", "")).design();
    assertThat(verdicts(InsertLoadBalancer.on(design, design.links().get("l")), design)).isEmpty();
  }

  @Test
  void guardsAreSortedAndSpeakInSentences() {
    assertThat(Guards.ALL.stream().map(Guard::id)).isSorted().doesNotHaveDuplicates();
    Design design =
        DesignFixture.parse(DESIGN.formatted("capacity=50", "need=result-now")).design();
    DependencyGraph graph = DependencyGraph.of(design, Presets.NONE);
    assertThat(Guards.judge(InsertQueue.on(design, design.links().get("l")), graph, Load.of(graph)))
        .hasSize(3)
        .allMatch(verdict -> verdict.text().matches("[A-Z].*\\."));
  }
}
