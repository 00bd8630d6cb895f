package dev.stillwater.testing;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Preset;
import dev.stillwater.model.Presets;
import java.time.LocalDate;
import java.util.List;

/// The preset values that the expected findings and ripples were computed with; frozen, while the
/// shipped ones follow the documentation of the products.
public final class GoldenPresets {
  public static final Presets ALL = new Presets(presets());

  private GoldenPresets() {}

  private static List<Preset> presets() {
    DesignFixture values =
        DesignFixture.parse(
            """
            queue sqs-standard managed=true delivery=at-least-once ordering=none retention=4d visibility=30s maxBytes=1048576
            queue sqs-fifo managed=true delivery=exactly-once ordering=per-key retention=4d visibility=30s maxBytes=1048576
            topic sns managed=true delivery=at-least-once retention=23d maxBytes=262144
            stream kinesis managed=true delivery=at-least-once ordering=per-key retention=24h maxBytes=1048576
            event-bus eventbridge managed=true delivery=at-least-once retention=24h maxReceives=186 maxBytes=1048576
            workflow step-functions-standard managed=true delivery=exactly-once maxBytes=262144
            load-balancer alb managed=true failOpen=true idleTimeout=60s
            api-gateway apigw-rest managed=true maxTimeout=29s maxBytes=10485760 admission=limit
            key-value-store dynamodb managed=true replication=sync failoverMode=auto fencing=true backup=true
            object-store s3 managed=true replication=sync failoverMode=auto fencing=true backup=true
            """,
            Presets.NONE);
    return values.design().components().stream().map(GoldenPresets::preset).toList();
  }

  private static Preset preset(Component values) {
    Attributes attributes = values.attributes();
    return new Preset(
        values.id(),
        attributes.get(ComponentAttributes.NAME).orElse(values.id()),
        values.kind(),
        "the preset values that the golden fixtures were computed with",
        LocalDate.of(2026, 1, 1),
        false,
        attributes);
  }
}
