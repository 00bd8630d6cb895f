package dev.stillwater.editor;

import dev.stillwater.review.ReviewedFinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The findings that one person has looked at, outside any document. A finding whose facts changed
/// is another one, and unread again. Immutable.
public final class ReadMarks {
  /// So many are remembered; the oldest are forgotten first.
  static final int MOST = 20_000;

  public static final ReadMarks NONE = new ReadMarks(Set.of());

  /// In the order in which they were read.
  private final Set<String> marks;

  private ReadMarks(Set<String> marks) {
    this.marks = marks;
  }

  /// @param marks as [#all] gave them, the oldest first
  public static ReadMarks of(Collection<String> marks) {
    return new ReadMarks(new LinkedHashSet<>(marks));
  }

  public boolean isRead(ReviewedFinding found) {
    return marks.contains(found.fingerprint());
  }

  /// With some findings read.
  public ReadMarks read(Collection<ReviewedFinding> findings) {
    if (findings.stream().allMatch(this::isRead)) {
      return this;
    }
    List<String> all = new ArrayList<>(marks);
    findings.stream()
        .map(ReviewedFinding::fingerprint)
        .filter(mark -> !marks.contains(mark))
        .forEach(all::add);
    return of(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  /// With a finding that is to be looked at again.
  public ReadMarks unread(ReviewedFinding found) {
    Set<String> rest = new LinkedHashSet<>(marks);
    return rest.remove(found.fingerprint()) ? new ReadMarks(rest) : this;
  }

  /// Every mark, the oldest first.
  public List<String> all() {
    return List.copyOf(marks);
  }
}
