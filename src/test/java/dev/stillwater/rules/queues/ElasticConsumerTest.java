package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class ElasticConsumerTest {
  private static final ElasticConsumer RULE = new ElasticConsumer();

  @Test
  void consumersThatGrowBeforeCalleesThatDoNot() {
    Reviewed.expectFlags(
        RULE,
        """
        queue q
        topic t preset=sns
        function f
        worker grows scaling=auto
        worker fixed
        function limited
        function defended
        function plain
        function partner
        relational-db db capacity=100
        relational-db unknown
        key-value-store kv preset=dynamodb capacity=100 scaling=auto
        key-value-store gate capacity=100 managed=true admission=limit
        key-value-store own capacity=100 admission=limit
        external e
        q -> f id=a                     # FLAG REL-QU-013 high
        q -> grows id=b                 # FLAG REL-QU-013 medium
        q -> fixed id=c
        q -> limited id=d maxConcurrency=3
        q -> defended id=g
        q -> plain id=h
        q -> partner id=i               # FLAG REL-QU-013 medium
        t -> grows id=k                 # FLAG REL-QU-013 medium
        f -> db
        grows -> own
        fixed -> db
        limited -> db
        defended -> kv
        defended -> gate
        plain -> unknown
        partner -> e
        journey j path=a importance=critical
        """);
  }

  private static int limit(String design) {
    Reviewed before = Reviewed.of(design);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());
    assertThat(after.of(RULE)).isEmpty();
    return after.design().links().get("l").get(LinkAttributes.MAX_CONCURRENCY).orElseThrow();
  }

  private static final String STORE =
      """
      %s
      queue q
      function f p99=400ms
      relational-db db capacity=%s replicas=2 p99=100ms
      external e %s
      service s
      s -> q rate=%s
      q -> f id=l
      f -> db calls=%s
      f -> e calls=0.001
      """;

  @Test
  void littlesLawLimitsTheWorkInFlight() {
    assertThat(limit(STORE.formatted("", 50, "", 10, 1))).isEqualTo(40);
    assertThat(limit(STORE.formatted("", 50, "", 10, 4))).isEqualTo(16);
    assertThat(limit(STORE.formatted("settings headroom=0.5", 50, "", 10, 1))).isEqualTo(25);
    assertThat(limit(STORE.formatted("", 0.1, "", 10, 1))).as("at least one").isEqualTo(1);
    assertThat(limit(STORE.formatted("", 50, "capacity=0.02", 10, 1)))
        .as("the partner has less to give")
        .isEqualTo(8);
  }

  @Test
  void withoutCapacityTheRateDecides() {
    String design =
        "queue q\n"
            + "function f p99=400ms\n"
            + "external e p99=100ms\n"
            + "service s\n"
            + "s -> q%s\n"
            + "q -> f id=l\n"
            + "f -> e";
    assertThat(limit(design.formatted(" rate=20"))).isEqualTo(15);
    assertThat(limit(design.formatted(""))).isEqualTo(10);
  }

  @Test
  void anAnnotatedQueueIsLimitedOnItsLink() {
    assertThat(
            limit(
                """
                service s
                function f p99=1s
                external e p99=1s
                client c
                c -> s rate=3
                s -> f id=l effect=write coupling=loose-async via=sqs-standard
                f -> e
                """))
        .isEqualTo(9);
  }

  @Test
  void itSaysWhatEachCalleeCanTake() {
    assertThat(
            Reviewed.of(
                    """
                    queue q
                    function f
                    relational-db db capacity=50
                    external e
                    q -> f id=l
                    f -> db id=one
                    f -> db id=two
                    f -> e
                    """)
                .only(RULE)
                .because()
                .getFirst())
        .contains("it calls e, whose limit nobody declared and db, which serves 50 req/s:");
  }
}
