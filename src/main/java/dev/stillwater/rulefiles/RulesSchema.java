package dev.stillwater.rulefiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The JSON Schema of rules files, so that editors of text complete and check them.
public final class RulesSchema {
  private static final String RESOURCE = "rules.schema.json";

  private RulesSchema() {}

  public static String text() {
    try (InputStream in = RulesSchema.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
