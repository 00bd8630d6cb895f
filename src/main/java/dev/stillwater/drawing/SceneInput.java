package dev.stillwater.drawing;

import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Presets;
import dev.stillwater.review.Review;
import java.util.Map;
import java.util.Optional;

/// Everything that a drawing shows. Selection, hover and rubber bands are none of it: a painter
/// lays them over. Parts are compared by identity, so that what did not change costs nothing.
///
/// @param presets where values come from that a component does not declare
/// @param badges findings by component or link
/// @param ticks journeys by component
/// @param ripple a failure at one moment
/// @param ghost an edit that is only proposed
/// @param tints what an overlay says of components; none without an overlay
/// @param folds the zones that are drawn as boxes, once the rest says box where it said member
public record SceneInput(
    Design design,
    Layout layout,
    Presets presets,
    Map<String, Badge> badges,
    Map<String, Tick> ticks,
    Optional<RippleView> ripple,
    Highlight highlight,
    Optional<Ghost> ghost,
    Map<String, Tint> tints,
    Detail detail,
    Folds folds) {
  /// The plain drawing.
  public static SceneInput of(Design design, Layout layout, Presets presets) {
    return new SceneInput(
        design,
        layout,
        presets,
        Map.of(),
        Map.of(),
        Optional.empty(),
        Highlight.NONE,
        Optional.empty(),
        Map.of(),
        Detail.CARD,
        Folds.NONE);
  }

  public static SceneInput of(Document document, Presets presets) {
    return of(document.design(), document.layout(), presets);
  }

  /// With the badges and ticks of a judgement.
  public SceneInput with(Review review) {
    return withBadges(Badge.of(review, Folds.of(design, layout))).withTicks(Tick.of(review));
  }

  public SceneInput with(Design otherDesign, Layout otherLayout) {
    return new SceneInput(
        otherDesign,
        otherLayout,
        presets,
        badges,
        ticks,
        ripple,
        highlight,
        ghost,
        tints,
        detail,
        folds);
  }

  public SceneInput withBadges(Map<String, Badge> other) {
    return new SceneInput(
        design, layout, presets, other, ticks, ripple, highlight, ghost, tints, detail, folds);
  }

  public SceneInput withTicks(Map<String, Tick> other) {
    return new SceneInput(
        design, layout, presets, badges, other, ripple, highlight, ghost, tints, detail, folds);
  }

  public SceneInput with(RippleView other) {
    return withRipple(Optional.of(other));
  }

  public SceneInput withRipple(Optional<RippleView> other) {
    return new SceneInput(
        design, layout, presets, badges, ticks, other, highlight, ghost, tints, detail, folds);
  }

  public SceneInput with(Highlight other) {
    return new SceneInput(
        design, layout, presets, badges, ticks, ripple, other, ghost, tints, detail, folds);
  }

  public SceneInput with(Ghost other) {
    return withGhost(Optional.of(other));
  }

  public SceneInput withGhost(Optional<Ghost> other) {
    return new SceneInput(
        design, layout, presets, badges, ticks, ripple, highlight, other, tints, detail, folds);
  }

  public SceneInput with(Detail other) {
    return new SceneInput(
        design, layout, presets, badges, ticks, ripple, highlight, ghost, tints, other, folds);
  }

  public SceneInput withTints(Map<String, Tint> other) {
    return new SceneInput(
        design, layout, presets, badges, ticks, ripple, highlight, ghost, other, detail, folds);
  }

  SceneInput with(Folds other) {
    return new SceneInput(
        design, layout, presets, badges, ticks, ripple, highlight, ghost, tints, detail, other);
  }
}
