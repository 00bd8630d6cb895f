package dev.stillwater.edits;

import dev.stillwater.analysis.Node;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Overflow;
import dev.stillwater.model.Timespan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fixes that let a broker hold on for longer.
public final class BufferChanges {
  private BufferChanges() {}

  /// Gives a broker room and time for so much.
  ///
  /// @param messages null where there is room enough
  /// @param kept null where messages are kept long enough
  public static Edit hold(
      Node broker, @Nullable Double messages, @Nullable Timespan kept, boolean reject) {
    List<Edit> parts = new ArrayList<>();
    List<String> arguments = new ArrayList<>(List.of(broker.id()));
    List<String> what = new ArrayList<>();
    if (messages != null) {
      parts.add(new SetAttribute<>(broker.id(), ComponentAttributes.BUFFER, messages));
      arguments.add(Words.number(messages));
      what.add("hold " + Words.number(messages) + " messages");
    }
    if (kept != null) {
      parts.add(new SetAttribute<>(broker.id(), ComponentAttributes.RETENTION, kept));
      arguments.add(kept.toString());
      what.add("keep them for " + Words.duration(kept.millis()));
    }
    if (reject) {
      parts.add(new SetAttribute<>(broker.id(), ComponentAttributes.OVERFLOW, Overflow.REJECT));
      arguments.add("reject");
      what.add("refuse more at once");
    }
    return new Bundle(
        messages != null ? "SetBuffer" : "SetRetention",
        String.join(", ", arguments),
        "Let " + Words.name(broker) + " " + Words.list(what),
        parts);
  }
}
