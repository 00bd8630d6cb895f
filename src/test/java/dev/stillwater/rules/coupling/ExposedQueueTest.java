package dev.stillwater.rules.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class ExposedQueueTest {
  private static final ExposedQueue RULE = new ExposedQueue();

  @Test
  void clientsAndOtherSystemsStayOutside() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        external x
        external sensors tags=telemetry,metal
        actor person
        service a
        queue q
        queue readings tags=telemetry
        topic t
        c -> q id=cq                  # FLAG REL-LC-010 low
        x -> q id=xq                  # FLAG REL-LC-010 low
        sensors -> q id=sq
        c -> readings id=cr
        person -> q id=pq
        a -> q id=aq
        x -> t id=xt
        c -> a id=annotated coupling=loose-async effect=write need=later   # FLAG REL-LC-010 low
        journey j path=cq importance=critical
        """);
  }

  @Test
  void aGatewayHandsOver() {
    Reviewed before =
        Reviewed.of(
            """
            external x
            queue q
            x -> q id=l effect=write need=ack-now timeout=2s retries=1 idempotency=token
            journey j path=l
            """);
    Finding finding = before.only(RULE);
    Design after = before.after(finding.recommendations().getFirst().edit()).design();

    assertThat(Reviewed.of(after).of(RULE)).isEmpty();
    assertThat(after.links().get("l").to()).isEqualTo("l-gateway");
    assertThat(after.links().get("l").get(LinkAttributes.RETRIES)).contains(1);
    assertThat(after.links().get("l-gateway>q").get(LinkAttributes.NEED)).contains(Need.ACK_NOW);
    assertThat(after.journeys().get("j").namedLinks()).containsExactly("l", "l-gateway>q");
  }

  @Test
  void anAnnotatedQueueStaysAnnotatedBehindTheGateway() {
    Reviewed before =
        Reviewed.of(
            "client c\nservice a\nc -> a id=l coupling=loose-async effect=write need=later\n");
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.context().graph().edgesOf("l").getFirst().mode()).isEqualTo(LinkMode.SYNC);
    assertThat(after.context().graph().edgesOf("l-gateway>a")).hasSize(2);
  }
}
