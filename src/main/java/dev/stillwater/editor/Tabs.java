package dev.stillwater.editor;

import dev.stillwater.model.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The designs that are open beside each other. The one in front lives in the [Workspace], so that
/// everybody who watches a workspace watches whatever is in front; the others wait here, whole:
/// with their history, selection and viewport. Used from one thread.
///
/// @param <F> what is known of the file of a design
public final class Tabs<F> {
  /// One open design.
  ///
  /// @param number tells tabs apart, also of the same file; never given twice
  /// @param state as it was left; that of the tab in front is the workspace's
  public record Tab<F>(int number, EditorState state, F file) {
    public boolean isDirty() {
      return state.history().isDirty();
    }
  }

  private final Workspace workspace;
  private final List<Tab<F>> tabs = new ArrayList<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private int front;
  private int given;

  /// @param file what is known of the file of what the workspace shows
  public Tabs(Workspace workspace, F file) {
    this.workspace = workspace;
    tabs.add(new Tab<>(given++, workspace.state(), file));
  }

  /// Is told when tabs come, go, change places or files, or another one comes to the front.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /// From left to right, each as it is now.
  public List<Tab<F>> all() {
    keep();
    return List.copyOf(tabs);
  }

  public Tab<F> front() {
    keep();
    return tabs.get(front);
  }

  public Optional<Tab<F>> find(Predicate<Tab<F>> wanted) {
    return all().stream().filter(wanted).findFirst();
  }

  private void keep() {
    Tab<F> tab = tabs.get(front);
    if (tab.state() != workspace.state()) {
      tabs.set(front, new Tab<>(tab.number(), workspace.state(), tab.file()));
    }
  }

  private int indexOf(int number) {
    for (int i = 0; i < tabs.size(); i++) {
      if (tabs.get(i).number() == number) {
        return i;
      }
    }
    throw new IllegalArgumentException("no tab " + number);
  }

  /// Another file of the tab in front.
  public void file(F file) {
    keep();
    Tab<F> tab = tabs.get(front);
    tabs.set(front, new Tab<>(tab.number(), tab.state(), file));
    tell();
  }

  /// Opens a document in a tab of its own, to the right of the one in front, and brings it there.
  public Tab<F> open(History history, F file) {
    Tab<F> tab = new Tab<>(given++, opened(history), file);
    leave();
    tabs.add(++front, tab);
    workspace.swap(tab.state());
    tell();
    return front();
  }

  /// Opens a document in the place of the one in front.
  public Tab<F> replace(History history, F file) {
    leave();
    tabs.set(front, new Tab<>(given++, opened(history), file));
    workspace.swap(tabs.get(front).state());
    tell();
    return front();
  }

  /// What has no place yet gets one, which is no edit.
  private EditorState opened(History history) {
    Document placed = workspace.placed(history.present());
    History complete =
        history.saved() == history.present() ? History.opened(placed) : history.withPresent(placed);
    return EditorState.of(complete).with(new Tool.Selecting());
  }

  public void show(int number) {
    int index = indexOf(number);
    if (index != front) {
      leave();
      front = index;
      workspace.swap(tabs.get(front).state());
      tell();
    }
  }

  /// The tab so many places to the right, around the end.
  public Tab<F> beside(int steps) {
    return all().get(Math.floorMod(front + steps, tabs.size()));
  }

  /// Takes a tab away, whatever it holds; what stood to the right comes to the front. In the place
  /// of the last one comes another document.
  public void close(int number, Document instead, F itsFile) {
    int index = indexOf(number);
    if (tabs.size() == 1) {
      replace(History.fresh(instead), itsFile);
      return;
    }
    leave();
    tabs.remove(index);
    if (index < front || front == tabs.size()) {
      front--;
    }
    workspace.swap(tabs.get(front).state());
    tell();
  }

  /// Puts a tab in another place, counted from the left.
  public void move(int number, int place) {
    keep();
    int inFront = tabs.get(front).number();
    Tab<F> tab = tabs.remove(indexOf(number));
    tabs.add(Math.clamp(place, 0, tabs.size()), tab);
    front = indexOf(inFront);
    tell();
  }

  /// Changes the state of a tab that may not be in front.
  public void update(int number, UnaryOperator<EditorState> change) {
    int index = indexOf(number);
    if (index == front) {
      workspace.update(change);
      keep();
    } else {
      Tab<F> tab = tabs.get(index);
      tabs.set(index, new Tab<>(tab.number(), change.apply(tab.state()), tab.file()));
    }
    tell();
  }

  private void leave() {
    workspace.settle();
    keep();
  }
}
