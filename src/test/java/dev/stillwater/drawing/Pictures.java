package dev.stillwater.drawing;

import dev.stillwater.analysis.ripple.Absorber;
import dev.stillwater.analysis.ripple.Impact;
import dev.stillwater.drawing.layout.AutomaticLayout;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Presets;
import dev.stillwater.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Paints designs into a folder, for people to look at: `Pictures DIR`.
public final class Pictures {
  private Pictures() {}

  public static void main(String[] args) throws IOException {
    Path dir = Files.createDirectories(Path.of(args[0]));
    SceneBuilder builder = new SceneBuilder();
    for (String name :
        new String[] {
          "checkout-tightly-coupled",
          "checkout-loosely-coupled",
          "roblox-2021-10-28",
          "github-2018-10-21",
          "coverage-model-disconnected-fragments-exercises-the-rules-no-incident-model-fires"
        }) {
      Optional<Design> design = Designs.fixture(name);
      if (design.isPresent()) {
        Layout layout = AutomaticLayout.arrange(design.get());
        SceneInput input = SceneInput.of(design.get(), layout, Presets.NONE);
        String shortName = name.length() > 30 ? name.substring(0, 14) : name;
        both(dir, shortName, builder.build(input.withBadges(badges(design.get()))), 1.5);
      }
    }
    Design tight = Designs.fixture("checkout-tightly-coupled").orElseThrow();
    Layout layout = AutomaticLayout.arrange(tight);
    SceneInput plain = SceneInput.of(tight, layout, Presets.NONE);
    Map<String, Hurt> hurts = new LinkedHashMap<>();
    hurts.put("email", new Hurt(Impact.SLOW, 0, 10, true));
    hurts.put("order", new Hurt(Impact.SILENT, 2000, 1, true));
    hurts.put("shopper", new Hurt(Impact.ERR, 22000, 1, true));
    both(
        dir,
        "checkout-ripple",
        builder.build(
            plain.with(
                new RippleView(
                    hurts,
                    Set.of("mail", "checkout"),
                    Map.of("track", new Shield(Absorber.Kind.SOFT_DEPENDENCY, 1.0 / 0))))),
        1.5);
    both(
        dir,
        "checkout-highlight",
        builder.build(
            plain
                .withBadges(badges(tight))
                .withTicks(
                    Map.of(
                        "shopper", Tick.ON_JOURNEY,
                        "order", Tick.STOPS_JOURNEY,
                        "payment", Tick.STOPS_JOURNEY,
                        "orders-db", Tick.STOPS_JOURNEY))
                .with(new Highlight(Set.of("mail", "order", "email"), false))),
        1.5);
    Design shop = Designs.shop();
    Layout shopLayout = AutomaticLayout.arrange(shop);
    SceneInput shopInput = SceneInput.of(shop, shopLayout, Presets.NONE);
    both(dir, "shop", builder.build(shopInput), 1.5);
    svg(dir, "shop", builder.build(shopInput));
    both(dir, "shop-compact", builder.build(shopInput.with(Detail.COMPACT)), 0.4);
    both(dir, "shop-block", builder.build(shopInput.with(Detail.BLOCK)), 0.1);
    states(dir, builder);
    fixes(dir, builder, tight, layout);
    for (int[] size : new int[][] {{50, 100}, {200, 400}}) {
      Design grown = Designs.grown(size[0], size[1], 7);
      Layout at = AutomaticLayout.arrange(grown);
      both(
          dir,
          "grown-" + size[0],
          builder.build(SceneInput.of(grown, at, Presets.NONE)),
          size[0] > 100 ? 0.75 : 1);
    }
  }

  private static void fixes(Path dir, SceneBuilder builder, Design before, Layout layout)
      throws IOException {
    Design queued = Designs.queued(before);
    both(
        dir,
        "fix-queue-kept",
        builder.build(
            SceneInput.of(queued, AutomaticLayout.place(queued, layout), Presets.NONE)
                .with(Ghost.between(before, queued))),
        1.2);
    both(
        dir,
        "fix-queue-room",
        builder.build(
            SceneInput.of(queued, AutomaticLayout.placeMakingRoom(queued, layout), Presets.NONE)
                .with(Ghost.between(before, queued))),
        1.2);
    Design fanned = Designs.fannedOut(before);
    both(
        dir,
        "fix-topic-kept",
        builder.build(
            SceneInput.of(fanned, AutomaticLayout.place(fanned, layout), Presets.NONE)
                .with(Ghost.between(before, fanned))),
        1.2);
    both(
        dir,
        "fix-topic-room",
        builder.build(
            SceneInput.of(fanned, AutomaticLayout.placeMakingRoom(fanned, layout), Presets.NONE)
                .with(Ghost.between(before, fanned))),
        1.2);
  }

  static Map<String, Badge> badges(Design design) {
    Map<String, Badge> badges = new LinkedHashMap<>();
    int i = 0;
    for (Component component : design.components()) {
      if (i % 3 != 2) {
        badges.put(component.id(), new Badge(Severity.values()[i % 5], 1 + i % 7));
      }
      i++;
    }
    i = 0;
    for (var link : design.links()) {
      if (i % 4 == 1) {
        badges.put(link.id(), new Badge(Severity.values()[(i + 2) % 5], 1 + i % 3));
      }
      i++;
    }
    return badges;
  }

  private static void states(Path dir, SceneBuilder builder) throws IOException {
    Design design = Design.empty("States");
    Map<String, Layout.Position> positions = new LinkedHashMap<>();
    Map<String, Hurt> hurts = new LinkedHashMap<>();
    int i = 0;
    for (ComponentKind kind : ComponentKind.values()) {
      design = design.with(new Component(kind.word(), kind));
      positions.put(kind.word(), new Layout.Position(i % 5 * 200, i / 5 * 88));
      i++;
    }
    Layout layout = new Layout(positions);
    both(dir, "kinds", builder.build(SceneInput.of(design, layout, Presets.NONE)), 1.5);
    int k = 0;
    for (Component component : design.components()) {
      Impact impact = Impact.values()[k++ % Impact.values().length];
      hurts.put(component.id(), new Hurt(impact, 1000 * k, impact == Impact.SLOW ? 10 : 1, true));
    }
    both(
        dir,
        "states",
        builder.build(
            SceneInput.of(design, layout, Presets.NONE)
                .with(
                    new RippleView(
                        hurts,
                        Set.of(),
                        Map.of("queue", new Shield(Absorber.Kind.BUFFER, 86_400_000))))),
        1.5);
  }

  private static void both(Path dir, String name, Scene scene, double scale) throws IOException {
    for (Theme theme : Theme.values()) {
      Files.write(
          dir.resolve(name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png"),
          PngWriter.write(scene, theme, scale, 32));
    }
  }

  private static void svg(Path dir, String name, Scene scene) throws IOException {
    Files.writeString(
        dir.resolve(name + ".svg"), SvgWriter.write(scene, SvgWriter.Options.of(name)));
  }
}
