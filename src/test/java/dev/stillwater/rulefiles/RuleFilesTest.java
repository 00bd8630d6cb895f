package dev.stillwater.rulefiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.LocatedProblem;
import dev.stillwater.model.Design;
import dev.stillwater.rules.Rule;
import dev.stillwater.rules.RulePage;
import dev.stillwater.rules.Severity;
import dev.stillwater.testing.DesignFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFilesTest {
  private static final String OWNER =
      """
      format: stillwater-rules/1
      rules:
        - id: TEAM-OWN-001
          title: Nobody answers for it
          severity: exactly high
          for: component
          violated when: owner is unknown
          message: "{name} ({kind}) has no owner"
          why: Somebody is called at night.
          fix:
            - set: {owner: platform}
              trade-off: Somebody has to answer for it.
              declare: true
      """;

  @TempDir Path folder;
  private FilesOf files;

  @BeforeEach
  void noFiles() {
    files = new FilesOf(folder);
  }

  @Test
  void aRuleIsReadWithItsPage() {
    RuleFiles.Loaded loaded = files.with("team.rules.yaml", OWNER).load();
    assertThat(loaded.problems()).isEmpty();
    Rule rule = loaded.rules().find("TEAM-OWN-001").orElseThrow();
    assertThat(rule.info().base()).isEqualTo(Severity.HIGH);
    assertThat(rule.info().shortId()).isEqualTo("TEAM-OWN-001");
    assertThat(rule.page().title()).isEqualTo("Nobody answers for it");
    assertThat(rule.page().section(RulePage.WHY)).contains("Somebody is called at night.");
    assertThat(rule.page().section(RulePage.DETECTION).orElseThrow())
        .contains("owner is unknown")
        .contains("team.rules.yaml");
    assertThat(rule.page().section(RulePage.REMEDY).orElseThrow())
        .contains("Set owner to platform")
        .contains("declare, once true");
  }

  @Test
  void theSameInJsonIsTheSameRule() {
    RuleFiles.Loaded loaded =
        files
            .with(
                "team.rules.json",
                """
                {
                \t"format": "stillwater-rules/1",
                \t"rules": [
                \t\t{"id": "TEAM-OWN-001", "title": "T", "severity": "low", "for": "link",
                \t\t "applies when": "mode = sync", "violated when": "hold > \\"2 s\\""}
                \t]
                }
                """)
            .load();
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.rules().own()).hasSize(1);
  }

  @Test
  void filesLieBesideTheDesignAndInItsFolder() throws IOException {
    Files.writeString(folder.resolve("stillwater.rules.yaml"), OWNER);
    Files.writeString(folder.resolve("shop.rules.json"), "{}");
    Files.writeString(folder.resolve("other.rules.yaml"), OWNER);
    assertThat(RuleFiles.beside(folder.resolve("shop.design.json")))
        .extracting(path -> path.getFileName().toString())
        .containsExactly("stillwater.rules.yaml", "shop.rules.json");
  }

  // ---- problems

  @Test
  void everyProblemOfAFileIsSaidWithItsPlaceAndOneBadRuleHidesNoOther() {
    List<String> problems =
        files.problems(
            """
            format: stillwater-rules/1
            rules:
              - id: REL-XX-001
                title: Not ours to give
                severity: high
                for: component
                violated when: replicas < 2
              - id: TEAM-A-001
                title: Mistyped
                severity: hihg
                for: component
                violated when: >
                  managed = false
                  and replcas < 2
              - id: TEAM-A-002
                title: Fine
                severity: low
                for: component
                violated when: replicas < 2
                mesage: "{name}"
              - id: TEAM-A-003
                title: Fine
                severity: low
                for: link
                violated when: "timeout > 2"
                message: 'Waits {hodl}'
                fix:
                  - set: {timeot: 2s, retries: many}
                    trade-off: None.
                  - edit: InsertQeue
              - id: TEAM-A-004
                title: Fine
                severity: low
                for: component
                violated when: replicas < 2
            """);
    assertThat(problems)
        .anySatisfy(it ->
            assertThat(it)
                .contains("team.rules.yaml:3:9:", "REL-", "Begin with a name of your own"))
        .anySatisfy(it -> assertThat(it).contains("team.rules.yaml:10:15:", "Did you mean high?"))
        .anySatisfy(it ->
            assertThat(it)
                .contains("team.rules.yaml:14:11:", "violated when", "Did you mean replicas?"))
        .anySatisfy(it -> assertThat(it).contains("team.rules.yaml:20:5:", "`message`"))
        .anySatisfy(it -> assertThat(it).contains("team.rules.yaml:25:31:", "Write 2ms or 2s."))
        .anySatisfy(it -> assertThat(it).contains("team.rules.yaml:26:22:", "Did you mean hold?"))
        .anySatisfy(
            it -> assertThat(it).contains("team.rules.yaml:28:23:", "Did you mean timeout?"))
        .anySatisfy(it -> assertThat(it).contains("team.rules.yaml:28:36:", "a whole number"))
        .anySatisfy(it -> assertThat(it).contains("30:15", "Did you mean InsertQueue?"))
        .anySatisfy(it -> assertThat(it).contains("30:9", "`trade-off` is missing"))
        .hasSize(10);
    assertThat(files.load().rules().own())
        .extracting(rule -> rule.info().id())
        .containsExactly("TEAM-A-004");
  }

  @Test
  void overridesSayWhyAndWhatForAndOfWhichRule() {
    List<String> problems =
        files.problems(
            """
            format: stillwater-rules/1
            overrides:
              - {rule: REL-TR-001, off: true}
              - {rule: REL-TR-001, reason: Nothing.}
              - {rule: REL-TR-999, off: true, reason: None such.}
              - {rule: REL-TR-001, settings: {grey: 3}, reason: Not per rule.}
              - {rule: REL-TR-001, settings: {chaty: 3}, reason: Mistyped.}
              - {rule: REL-TR-001, severity: low, reason: One.}
              - {rule: REL-TR-001, severity: high, reason: Two.}
              - {rule: ACME-*, off: true, reason: Covers nothing.}
            """);
    assertThat(problems)
        .anySatisfy(it -> assertThat(it).contains(":3:", "`reason` is missing"))
        .anySatisfy(it -> assertThat(it).contains(":4:", "changes nothing"))
        .anySatisfy(it -> assertThat(it).contains(":5:12:", "there is no rule REL-TR-999"))
        .anySatisfy(it -> assertThat(it).contains(":6:", "assumption", "settings of the design"))
        .anySatisfy(it -> assertThat(it).contains(":7:", "Did you mean chatty?"))
        .anySatisfy(it -> assertThat(it).contains(":9:", "warning", "this one wins"))
        .anySatisfy(it -> assertThat(it).contains(":10:", "there is no rule ACME-*"))
        .hasSize(7);
  }

  @Test
  void namesAreWhatReportsCanPrint() {
    RuleFiles.Loaded loaded =
        files
            .with(
                "team.rules.yaml",
                OWNER
                    .replace("title: Nobody answers for it", "title: \"Nobody\\n# answers\"")
                    .replace("    why:", "    practices: [REL05-BP01, '**bold**']\n    why:"))
            .load();
    assertThat(loaded.problems())
        .singleElement()
        .asString()
        .contains("\"**bold**\" is no name of a practice");
    files = new FilesOf(folder);
    Rule rule =
        files
            .with(
                "team.rules.yaml",
                OWNER.replace("title: Nobody answers for it", "title: \"Nobody\\n# answers\""))
            .load()
            .rules()
            .own()
            .getFirst();
    assertThat(rule.page().title()).isEqualTo("Nobody # answers");
  }

  @Test
  void anIdStandsOnceInOneFileAndInSeveral() {
    List<LocatedProblem> problems =
        files.with("a.rules.yaml", OWNER).with("b.rules.yaml", OWNER).load().problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().toString())
        .startsWith("b.rules.yaml:3:9: error: rules[0] \"TEAM-OWN-001\" id: another file");
    assertThat(files.problems(OWNER + OWNER.substring(OWNER.indexOf("  - id"))))
        .anySatisfy(it -> assertThat(it).contains("for the second time"));
  }

  /// Whatever is cut out of a file or written over it, somebody is told, and nothing breaks.
  @Test
  void aBrokenFileIsReadOrRefused() throws IOException {
    String whole =
        OWNER
            + """
            overrides:
              - {rule: REL-TR-*, on: 'tag:x', severity: low, reason: Some.}
            tests:
              - name: one
                design: {components: [{id: a, kind: service}]}
                expect: [TEAM-OWN-001@a]
            """;
    String[] parts = {"", "{", "- ", ": ", "\n", "'", "\"", "rule", "[]", "null", "7", "&a ", "(("};
    for (int i = 0; i < whole.length(); i += 3) {
      String part = parts[i % parts.length];
      String broken =
          whole.substring(0, i) + part + whole.substring(Math.min(whole.length(), i + 4));
      RuleFiles.Loaded loaded = new FilesOf(folder).with("broken.rules.yaml", broken).load();
      assertThat(loaded.rules().all()).isNotEmpty();
    }
  }

  @Test
  void anOverrideOnWhatIsNotThereIsAWarning() {
    RuleFiles.Loaded loaded =
        files
            .with(
                "shop.rules.yaml",
                """
                format: stillwater-rules/1
                overrides:
                  - {rule: REL-TR-001, on: emial, off: true, reason: Mistyped.}
                  - {rule: REL-TR-001, on: email, off: true, reason: Right.}
                """)
            .load();
    Design design = DesignFixture.parse("service email\n").design();
    assertThat(loaded.strangers(design))
        .singleElement()
        .asString()
        .contains("shop.rules.yaml:3:12: warning:", "Did you mean email?");
  }

  @Test
  void whatIsNoRulesFileSaysSo() {
    assertThat(files.problems("- a\n- b\n")).singleElement().asString().contains("expected fields");
    assertThat(files.problems("rules: []\n"))
        .singleElement()
        .asString()
        .contains("Write format: stillwater-rules/1");
    assertThat(files.problems("")).singleElement().asString().contains("says nothing");
    assertThat(files.problems("a: [1\nb: 2\n"))
        .singleElement()
        .asString()
        .contains("team.rules.yaml:2:", "expected YAML");
    assertThat(files.problems("<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\n"))
        .singleElement()
        .asString()
        .contains("team.rules.yaml:1:1");
  }

  @Test
  void aFileThatIsNotThereIsAProblem() {
    RuleFiles.Loaded loaded = RuleFiles.load(List.of(folder.resolve("none.rules.yaml")), folder);
    assertThat(loaded.hasErrors()).isTrue();
    assertThat(loaded.problems().getFirst().toString()).contains("there is no such file");
  }

  @Test
  void aPageHasEverySectionThatTheFileFills() {
    RulePage page =
        files
            .with(
                "team.rules.yaml",
                OWNER
                    + """
                        applies when: kind = service
                        false positive: It is a toy.
                        reading: [The handbook, The other book]
                        verify: {test: Ring once., alarm: None., experiment: Ring at night.}
                    """)
            .load()
            .rules()
            .own()
            .getFirst()
            .page();
    assertThat(page.section(RulePage.DETECTION).orElseThrow())
        .startsWith("The rule applies to every component of which this is true:")
        .contains("```\nkind = service\n```", "```\nowner is unknown\n```");
    assertThat(page.section(RulePage.FALSE_POSITIVE)).contains("It is a toy.");
    assertThat(page.section(RulePage.READING)).contains("* The handbook\n* The other book");
    assertThat(page.section(RulePage.VERIFY))
        .contains("* **Test:** Ring once.\n* **Alarm:** None.\n* **Experiment:** Ring at night.");
  }

  @Test
  void aPageLeavesOutWhatTheFileLeavesOut() {
    RulePage page =
        files
            .with("team.rules.yaml", OWNER.substring(0, OWNER.indexOf("    fix:")))
            .load()
            .rules()
            .own()
            .getFirst()
            .page();
    assertThat(page.sections().stream().map(RulePage.Section::heading))
        .containsExactly(RulePage.WHY, RulePage.DETECTION, RulePage.REMEDY);
    assertThat(page.section(RulePage.DETECTION).orElseThrow())
        .startsWith("The rule applies to every component.");
    assertThat(page.section(RulePage.REMEDY)).contains("The file names no change.");
  }

  @Test
  void howToVerifyHasFields() {
    assertThat(files.problems(OWNER.replace("    why:", "    verify: Ring once.\n    why:")))
        .singleElement()
        .asString()
        .contains("rules[0] \"TEAM-OWN-001\" verify: expected fields, found \"Ring once.\"");
  }

  @Test
  void keysThatNobodyKnowsAreSaidEverywhere() {
    List<String> problems =
        files.problems(
            """
            format: stillwater-rules/1
            ruls: []
            rules:
              - id: team-1
                title: Bad
                severity: low
                for: component
                violated when: replicas < 2
                verify: {tset: One.}
                fix:
                  - set: {replicas: 2}
                    edit: AddReplicas
                    trade-off: Two at once.
                  - {set: {replicas: 2}, trade-off: A word too many., declrae: true}
                  - {set: {replicas: 2}, on: from, trade-off: A component has no other end.}
                  - nothing
            overrides:
              - {rule: REL-TR-001, of: true, reason: Mistyped.}
            tests:
              - {nam: one, design: nothing}
              - {name: two, design: {components: []}, expect: [TEAM, "@x"]}
            """);
    assertThat(problems)
        .anySatisfy(it -> assertThat(it).contains(":2:1:", "Did you mean `rules`?"))
        .anySatisfy(it -> assertThat(it).contains("expected capitals and a number of three digits"))
        .anySatisfy(it -> assertThat(it).contains("\"team-1\" verify.tset", "Did you mean `test`?"))
        .anySatisfy(it -> assertThat(it).contains("expected either `set` or `edit`"))
        .anySatisfy(it -> assertThat(it).contains("fix.declrae", "Did you mean `declare`?"))
        .anySatisfy(it -> assertThat(it).contains("a component has no from", "Leave it out."))
        .anySatisfy(it -> assertThat(it).contains("expected a change with what it costs"))
        .anySatisfy(it -> assertThat(it).contains("overrides[0]", "this key is not known"))
        .anySatisfy(it -> assertThat(it).contains("Did you mean `name`?"))
        .anySatisfy(it -> assertThat(it).contains("expected a design, found"))
        .anySatisfy(it -> assertThat(it).contains("`expect` is missing"))
        .anySatisfy(it -> assertThat(it).contains("expected RULE@subject, found \"TEAM\""))
        .anySatisfy(it -> assertThat(it).contains("expected RULE@subject, found \"@x\""));
  }
}
