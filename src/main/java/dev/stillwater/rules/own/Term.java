package dev.stillwater.rules.own;

/// An expression whose names have a meaning: asked of a thing, it gives a value. Never throws.
@FunctionalInterface
interface Term {
  Value of(World world, Thing thing);
}
