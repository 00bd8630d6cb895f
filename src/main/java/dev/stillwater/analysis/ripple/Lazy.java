package dev.stillwater.analysis.ripple;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A list that is made when it is first looked at, by whichever thread.
final class Lazy<T> extends AbstractList<T> {
  private @Nullable Supplier<List<T>> source;
  private List<T> list = List.of();

  Lazy(Supplier<List<T>> source) {
    this.source = source;
  }

  private synchronized List<T> list() {
    Supplier<List<T>> unread = source;
    if (unread != null) {
      list = unread.get();
      source = null;
    }
    return list;
  }

  @Override
  public T get(int index) {
    return list().get(index);
  }

  @Override
  public int size() {
    return list().size();
  }
}
