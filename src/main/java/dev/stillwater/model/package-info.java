/// What an architect draws and annotates: components, links, zones, journeys, and the values
/// declared of them.
///
/// Two rules hold everywhere. *Unknown is a value*: an attribute that nobody declared is absent,
/// not zero. *Meaning is apart from looks*: a [dev.stillwater.model.Design] knows no positions, a
/// [dev.stillwater.model.Layout] nothing else. Attributes are data: one entry in
/// [dev.stillwater.model.ComponentAttributes] or [dev.stillwater.model.LinkAttributes] feeds the
/// file format, its schema, the inspector, the differences and every edit.
///
/// Imports java.base only: no file, no screen, no clock, no randomness.
@NullMarked
package dev.stillwater.model;

import org.jspecify.annotations.NullMarked;
