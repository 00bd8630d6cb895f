package dev.stillwater.rules.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class ChattyLinkTest {
  private static final ChattyLink RULE = new ChattyLink();

  @Test
  void tenCallsAreTooManyButForAFastCache() {
    Reviewed.expectFlags(
        RULE,
        """
        service a
        service b
        cache near p99=1999us
        cache far p99=2ms
        cache usual
        queue q
        a -> b id=ten calls=10               # FLAG REL-LC-007 low
        a -> b id=nine calls=9.9
        a -> near id=fast calls=50
        a -> far id=slow calls=50            # FLAG REL-LC-007 low
        a -> usual id=unknown calls=50       # FLAG REL-LC-007 low
        a -> q id=send calls=50
        journey j path=ten importance=critical
        """
            .replace("1999us", "1.9ms"));
  }

  @Test
  void theLimitIsASetting() {
    assertThat(Reviewed.of("settings chatty=20\nservice a\nservice b\na -> b calls=19\n").of(RULE))
        .isEmpty();
  }

  @Test
  void oneCallCarriesWhatManyDid() {
    Reviewed before =
        Reviewed.of("service a\nservice b p99=5ms\na -> b id=l calls=20 payload=100 rate=400\n");
    Finding finding = before.only(RULE);
    assertThat(finding.because().getFirst()).contains("20 calls over l").contains("98.0 %");
    Reviewed after = before.after(finding.recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().links().get("l").get(LinkAttributes.CALLS)).contains(1.0);
    assertThat(after.design().links().get("l").get(LinkAttributes.PAYLOAD)).contains(2000.0);
    assertThat(after.design().links().get("l").get(LinkAttributes.RATE)).contains(20.0);
  }
}
