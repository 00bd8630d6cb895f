package dev.stillwater.ui;

import dev.stillwater.editor.Tabs;
import dev.stillwater.editor.Tabs.Tab;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The open designs as tabs: a click shows one, a middle click closes it, a dot says that it has
/// changes that are not saved, dragging puts it in another place. Tabs that have no room are in a
/// menu at the end.
final class TabStrip {
  private static final PseudoClass FRONT = PseudoClass.getPseudoClass("front");
  private static final PseudoClass DIRTY = PseudoClass.getPseudoClass("dirty");
  private static final double NARROWEST = 104;
  private static final double WIDEST = 320;

  private final Tabs<OpenFile> tabs;
  private final IntConsumer show;
  private final IntConsumer close;
  private final Map<Integer, Entry> entries = new HashMap<>();
  private final MenuButton others = new MenuButton();
  private final Pane view = new Strip();

  /// @param show brings a tab to the front
  /// @param close asks where something would be lost, and closes a tab
  TabStrip(Tabs<OpenFile> tabs, IntConsumer show, IntConsumer close) {
    this.tabs = tabs;
    this.show = show;
    this.close = close;
    view.setId("tabs");
    view.getStyleClass().add("sw-doc-tabs");
    HBox.setHgrow(view, Priority.ALWAYS);
    others.setId("tabs-others");
    others.getStyleClass().add("sw-doc-others");
    others.setAccessibleText("All open designs");
    tabs.onChange(this::refresh);
    refresh();
  }

  Node view() {
    return view;
  }

  /// Shows names and marks as they are now.
  void refresh() {
    List<Node> nodes = new ArrayList<>();
    others.getItems().clear();
    int front = tabs.front().number();
    for (Tab<OpenFile> tab : tabs.all()) {
      Entry entry = entries.computeIfAbsent(tab.number(), Entry::new);
      entry.show(tab, tab.number() == front);
      nodes.add(entry.box);
      MenuItem item = new MenuItem(DesignFiles.title(tab) + (tab.isDirty() ? " •" : ""));
      item.setOnAction(event -> show.accept(tab.number()));
      others.getItems().add(item);
    }
    entries.values().removeIf(entry -> !nodes.contains(entry.box));
    nodes.add(others);
    if (!view.getChildren().equals(nodes)) {
      view.getChildren().setAll(nodes);
    }
    view.requestLayout();
  }

  private void closeOthers(int number) {
    for (Tab<OpenFile> tab : tabs.all()) {
      if (tab.number() != number) {
        close.accept(tab.number());
      }
    }
  }

  /// One tab.
  private final class Entry {
    private final HBox box;
    private final Label name = new Label();
    private final Label dot = new Label("•");
    private final Button cross = new Button();
    private @Nullable Tooltip tip;

    Entry(int number) {
      Icons.set(cross, "mdal-close", "Close");
      cross.getStyleClass().add("sw-doc-close");
      cross.setFocusTraversable(false);
      cross.setOnAction(event -> close.accept(number));
      dot.getStyleClass().add("sw-doc-dot");
      dot.setMinWidth(Region.USE_PREF_SIZE);
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      box = new HBox(name, dot, cross);
      box.setId("tab-" + number);
      box.setAlignment(Pos.CENTER_LEFT);
      box.getStyleClass().add("sw-doc-tab");
      box.setOnMousePressed(event -> {
        if (event.getButton() == MouseButton.PRIMARY) {
          show.accept(number);
        }
      });
      box.setOnMouseClicked(event -> {
        if (event.getButton() == MouseButton.MIDDLE) {
          close.accept(number);
        }
      });
      box.setOnMouseDragged(event -> drag(number, event));
      MenuItem closes = new MenuItem("Close");
      closes.setOnAction(event -> close.accept(number));
      MenuItem closesOthers = new MenuItem("Close the others");
      closesOthers.setOnAction(event -> closeOthers(number));
      ContextMenu menu = new ContextMenu(closes, closesOthers);
      box.setOnContextMenuRequested(
          event -> menu.show(box, event.getScreenX(), event.getScreenY()));
    }

    void show(Tab<OpenFile> tab, boolean isFront) {
      String title = DesignFiles.title(tab);
      name.setText(title);
      dot.setVisible(tab.isDirty());
      box.pseudoClassStateChanged(FRONT, isFront);
      box.pseudoClassStateChanged(DIRTY, tab.isDirty());
      box.setAccessibleText(
          title + (tab.isDirty() ? ", changes not saved" : "") + (isFront ? ", in front" : ""));
      String help = tab.file().path().map(Object::toString).orElse("Not saved yet");
      if (tip == null) {
        tip = new Tooltip(help);
        Tooltip.install(box, tip);
      }
      tip.setText(help);
    }
  }

  private void drag(int number, MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    List<Tab<OpenFile>> all = tabs.all();
    for (int i = 0; i < all.size(); i++) {
      Node box = box(all.get(i));
      var bounds = box.localToScene(box.getBoundsInLocal());
      boolean over =
          box.isVisible()
              && event.getSceneX() >= bounds.getMinX()
              && event.getSceneX() < bounds.getMaxX();
      if (over && all.get(i).number() != number) {
        double middle = bounds.getCenterX();
        int from = place(all, number);
        // Only beyond the middle of the other one, or two tabs of unlike width would swap for ever.
        if (from < i ? event.getSceneX() > middle : event.getSceneX() < middle) {
          tabs.move(number, i);
        }
        return;
      }
    }
  }

  private HBox box(Tab<OpenFile> tab) {
    return Objects.requireNonNull(entries.get(tab.number())).box;
  }

  private static int place(List<Tab<OpenFile>> all, int number) {
    int place = 0;
    while (all.get(place).number() != number) {
      place++;
    }
    return place;
  }

  /// Tabs share the width; those that have no room left stand aside, never the one in front.
  private final class Strip extends Pane {
    @Override
    protected void layoutChildren() {
      List<Tab<OpenFile>> all = tabs.all();
      double height = getHeight();
      double width = getWidth();
      boolean allFit = all.size() * NARROWEST <= width;
      double menu = allFit ? 0 : others.prefWidth(height);
      int fitting = allFit ? all.size() : Math.max(1, (int) ((width - menu) / NARROWEST));
      double each = Math.min(WIDEST, Math.floor((width - menu) / fitting));
      int front = place(all, tabs.front().number());
      int first = Math.clamp(front - fitting + 1L, 0, all.size() - fitting);
      for (int i = 0; i < all.size(); i++) {
        HBox box = box(all.get(i));
        boolean fits = i >= first && i < first + fitting;
        box.setVisible(fits);
        double own = Math.min(each, Math.max(NARROWEST, Math.ceil(box.prefWidth(height))));
        if (fits) {
          double x = i == first ? 0 : end(all, i - 1);
          box.resizeRelocate(x, 0, own, height);
        }
      }
      others.setVisible(!allFit);
      others.resizeRelocate(width - menu, 0, menu, height);
    }

    private double end(List<Tab<OpenFile>> all, int index) {
      HBox box = box(all.get(index));
      return box.getLayoutX() + box.getWidth();
    }

    @Override
    protected double computeMinWidth(double height) {
      return NARROWEST + 40;
    }

    @Override
    protected double computePrefWidth(double height) {
      return tabs.all().size() * WIDEST;
    }

    @Override
    protected double computePrefHeight(double width) {
      return 30;
    }
  }
}
