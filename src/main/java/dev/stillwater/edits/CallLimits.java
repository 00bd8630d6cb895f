package dev.stillwater.edits;

import dev.stillwater.analysis.Edge;
import dev.stillwater.model.Edit;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bounds on what a call may take from its caller; null leaves a value as it is.
///
/// @param timeout when one attempt is given up
/// @param retries attempts after the first
/// @param bulkhead the most calls in flight
public record CallLimits(
    @Nullable Timespan timeout, @Nullable Integer retries, @Nullable Integer bulkhead) {
  /// Leaves everything as it is.
  public static final CallLimits NONE = new CallLimits(null, null, null);

  public CallLimits withBulkhead(int limit) {
    return new CallLimits(timeout, retries, limit);
  }

  /// What is bounded, as nouns: `a timeout of 2.0 s and no retries`; empty where nothing is.
  List<String> nouns() {
    List<String> result = new ArrayList<>();
    if (bulkhead != null) {
      result.add("a bulkhead of " + bulkhead);
    }
    if (timeout != null) {
      result.add("a timeout of " + Words.duration(timeout.millis()));
    }
    if (retries != null) {
      result.add(retries == 0 ? "no retries" : Words.plural(retries, "retry", "retries"));
    }
    return result;
  }

  /// What distinguishes two limits of one link in a signature.
  String arguments() {
    List<String> result = new ArrayList<>();
    if (bulkhead != null) {
      result.add("bulkhead " + bulkhead);
    }
    if (timeout != null) {
      result.add("timeout " + timeout);
    }
    if (retries != null) {
      result.add("retries " + retries);
    }
    return result.isEmpty() ? "" : ", " + String.join(", ", result);
  }

  List<Edit> parts(Edge edge) {
    List<Edit> result = new ArrayList<>();
    if (timeout != null) {
      result.add(new SetAttribute<>(edge.subject(), LinkAttributes.TIMEOUT, timeout));
    }
    if (retries != null) {
      result.add(new SetAttribute<>(edge.subject(), LinkAttributes.RETRIES, retries));
    }
    if (bulkhead != null) {
      result.add(new SetAttribute<>(edge.subject(), LinkAttributes.BULKHEAD, bulkhead));
    }
    return result;
  }
}
