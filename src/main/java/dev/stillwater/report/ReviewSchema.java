package dev.stillwater.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The JSON Schema of what [JsonReport] writes.
public final class ReviewSchema {
  private ReviewSchema() {}

  public static String text() {
    return resource("review.schema.json");
  }

  static String resource(String name) {
    try (InputStream in = ReviewSchema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
