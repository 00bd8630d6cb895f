package dev.stillwater.templates;

import dev.stillwater.model.Document;
import java.util.List;

/// The same system without what its template is about.
///
/// @param without what is missing, as it stands behind *without*: `the queue`
/// @param look what to look at in it, in one or two sentences
/// @param shows the rules that speak up because of what is missing
/// @param findings the keys of all its findings: `REL-LC-001@resize`
public record CounterExample(
    String without, String look, List<String> shows, List<String> findings, DesignSource source) {
  public CounterExample {
    shows = List.copyOf(shows);
    findings = List.copyOf(findings);
  }

  public Document document() {
    return source.document();
  }
}
