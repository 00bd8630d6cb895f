package dev.stillwater.rules.own;

import dev.stillwater.model.AttributeTable;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Word;

/// What a rule can be for.
enum Sort implements Word {
  COMPONENT,
  LINK,
  JOURNEY;

  AttributeTable table() {
    return switch (this) {
      case COMPONENT -> ComponentAttributes.TABLE;
      case LINK -> LinkAttributes.TABLE;
      case JOURNEY -> JourneyAttributes.TABLE;
    };
  }
}
