package dev.stillwater.report;

import dev.stillwater.rules.RuleInfo;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rules for programs.
public final class RulesJson {
  private RulesJson() {}

  public static byte[] write(List<RuleInfo> rules) {
    return JsonText.of(Map.of("rules", rules.stream().map(RulesJson::rule).toList()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> rule(RuleInfo rule) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", rule.id());
    entry.put("title", rule.title());
    entry.put("severity", rule.base().word());
    entry.put("category", rule.category().title());
    entry.put("failure", rule.failure().title());
    entry.put("practices", rule.practices());
    return entry;
  }
}
