package dev.stillwater.report;

import dev.stillwater.analysis.Progress;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Document;
import dev.stillwater.review.Reviewer;
import dev.stillwater.testing.DesignFixture;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/// Chapters for tests, reviewed for real on a fixed day.
final class Chapters {
  static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private Chapters() {}

  static Chapter of(String fixture) {
    DesignFixture design = DesignFixture.parse(fixture);
    return Chapter.of(
        "test.design.json",
        Document.of(design.design()),
        new Reviewer(design.presets()),
        DAY,
        Progress.UNWATCHED);
  }

  static Chapter of(Document document, String file) {
    return Chapter.of(file, document, new Reviewer(PresetsJson.shipped()), DAY, Progress.UNWATCHED);
  }

  static Chapter ofJson(String json) {
    return of(document(json), "test.design.json");
  }

  /// A chapter that knows where its elements stand.
  static Chapter placed(String json) {
    return switch (DesignJson.read(
        json.getBytes(StandardCharsets.UTF_8), "test", PresetsJson.shipped())) {
      case ReadResult.Opened opened ->
          of(opened.document(), "test.design.json")
              .at((section, id) ->
                  opened
                      .source()
                      .locate(section, id)
                      .map(at -> new Places.Place(at.line(), at.column())));
      case ReadResult.Refused refused ->
          throw new IllegalArgumentException(refused.problems().toString());
    };
  }

  static Document document(String json) {
    return switch (DesignJson.read(
        json.getBytes(StandardCharsets.UTF_8), "test", PresetsJson.shipped())) {
      case ReadResult.Opened opened -> opened.document();
      case ReadResult.Refused refused ->
          throw new IllegalArgumentException(refused.problems().toString());
    };
  }

  /// A small design with every sort of thing that a report shows: findings of all standings, a
  /// question, decisions that hold and that do not.
  static final String RICH =
      """
      {
        "format": "stillwater/1",
        "name": "Rich",
        "description": "Line one.",
        "components": [
          {"id": "user", "name": "User", "kind": "client"},
          {"id": "web", "name": "Web", "kind": "service", "p99": "40ms", "concurrency": 100},
          {"id": "mail", "name": "Mail", "kind": "service", "p99": "1500ms"},
          {"id": "points", "name": "Points", "kind": "service", "p99": "200ms"},
          {"id": "db", "name": "Store", "kind": "relational-db", "p99": "10ms"},
          {"id": "log", "name": "Log", "kind": "service", "replicas": 2}
        ],
        "links": [
          {"id": "in", "from": "user", "to": "web", "need": "result-now", "effect": "write", "rate": 50, "timeout": "10s", "retries": 1},
          {"id": "send", "from": "web", "to": "mail", "need": "later", "effect": "write"},
          {"id": "book", "from": "web", "to": "points", "need": "ack-now", "effect": "write", "timeout": "2s"},
          {"id": "save", "from": "web", "to": "db", "effect": "write", "timeout": "500ms", "idempotency": "token"},
          {"id": "note", "from": "web", "to": "log", "need": "result-now", "timeout": "1s", "dependency": "soft"}
        ],
        "journeys": [
          {"id": "buy", "name": "Buy", "path": ["in", "save"], "class": "hard", "deadline": "6s", "slo": 0.9995, "importance": "critical"},
          {"id": "browse", "path": ["note"]}
        ],
        "decisions": [
          {"target": "REL-LC-002@note", "kind": "accepted", "reason": "one datacenter, one balancer soon", "author": "Ann", "date": "2026-10-01", "expires": "2027-01-31", "ticket": "OPS-7"},
          {"target": "REL-TR-001@gone", "kind": "suppressed", "reason": "was removed"},
          {"target": "REL-TR-001@send", "kind": "accepted", "reason": "soon", "expires": "2026-11-21"}
        ]
      }
      """;
}
