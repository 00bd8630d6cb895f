package dev.stillwater.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people read when a file is no JSON, word for word.
class SyntaxMessagesTest {
  private static String problems(byte[] bytes) {
    ReadResult result = DesignJson.read(bytes, "f", PresetsJson.shipped());
    assertThat(result).isInstanceOf(ReadResult.Refused.class);
    StringBuilder out = new StringBuilder();
    result.problems().forEach(problem -> out.append(problem).append('\n'));
    return out.toString();
  }

  private static String problems(String text) {
    return problems(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String inLinks(String text) {
    return "{\"format\": \"stillwater/1\", \"name\": \"n\", \"links\": [\n" + text + "\n]}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|||",
      quoteCharacter = '`',
      textBlock =
          """
          {"id": "m", "timeout": 3s}       ||| f:2:24: error: links[0] "m" timeout: 3s is no number ||| Put texts and durations in double quotes: "3s".
          {"id": "m", "timeout": NaN}      ||| f:2:24: error: links[0] "m" timeout: NaN is no number that a file can hold ||| Leave the field out: what is absent is unknown. Durations without end are "none".
          {"id": "m", "rate": -Infinity}   ||| f:2:21: error: links[0] "m" rate: -Infinity is no number that a file can hold ||| Leave the field out: what is absent is unknown.
          {"id": "m", "rate": 01}          ||| f:2:21: error: links[0] "m" rate: the number 01 begins with 0 ||| Remove the zeros in front.
          {"id": "m", "rate": .5}          ||| f:2:21: error: links[0] "m" rate: a number begins with a digit ||| Write 0 in front of the point.
          {"id": "m", "rate": 5.}          ||| f:2:21: error: links[0] "m" rate: a digit is missing behind the point ||| Write a digit behind it.
          {"id": "m", "rate": +5}          ||| f:2:21: error: links[0] "m" rate: a number has no plus sign in front ||| Remove the plus sign.
          {"id": "m", "rate": -}           ||| f:2:21: error: links[0] "m" rate: a minus sign stands without a number ||| Write the number behind it.
          {"id": "m", "rate": 1e}          ||| f:2:21: error: links[0] "m" rate: a digit is missing behind e ||| Write the exponent, as in 1e6.
          {"id": "m", "rate": 1,000}       ||| f:2:22: error: links[0] "m" rate: a comma stands inside a number ||| Write the digits without it.
          {"id": "m", "jitter": True}      ||| f:2:23: error: links[0] "m" jitter: expected true in small letters, found True ||| Write true.
          {"id": "m", "timeout": none}     ||| f:2:24: error: links[0] "m" timeout: none is no value in JSON ||| Leave the field out: what is absent is unknown. Durations without end are "none".
          {"id": "m", "need": result-now}  ||| f:2:21: error: links[0] "m" need: the word result-now stands without quotes ||| Write "result-now".
          {id: "m"}                        ||| f:2:2: error: links[0]: the key id stands without quotes ||| Write "id".
          {'id': "m"}                      ||| f:2:2: error: links[0]: expected a key in double quotes, found ' ||| Use straight double quotes: "…".
          {“id”: "m"}                      ||| f:2:2: error: links[0]: expected a key in double quotes, found “ ||| Use straight double quotes: "…".
          {"id": 'm'}                      ||| f:2:8: error: links[0].id: expected a value, found ' ||| Use straight double quotes: "…".
          // a remark                      ||| f:2:1: error: links[0]: expected a value, found a comment ||| JSON has no comments: put the remark into "notes" or remove it.
          {"id": "m"} # a remark           ||| f:2:13: error: links[0]: expected a comma, found a comment ||| JSON has no comments: put the remark into "notes" or remove it.
          {"id" "m"}                       ||| f:2:7: error: links[0].id: expected a colon behind the key "id", found "m" ||| Write "id": and then the value.
          {"id": , "from": "x"}            ||| f:2:8: error: links[0].id: a value is missing in front of this comma ||| Write the value.
          {"id": }                         ||| f:2:8: error: links[0].id: a value is missing in front of } ||| Write the value.
          {"id": "m",}                     ||| f:2:11: error: links[0] "m" id: a comma stands behind the last field ||| Remove the comma in front of }.
          {"id": "m",, "to": "x"}          ||| f:2:12: error: links[0] "m" id: a second comma stands here ||| Remove one of the commas.
          {"id": "m" "to": "x"}            ||| f:2:11: error: links[0] "m" id: a comma is missing in front of "to" ||| Put a comma between the two fields.
          {"id": "m"} {"id": "n"}          ||| f:2:12: error: links[0]: a comma is missing in front of { ||| Put a comma between the two entries.
          {"id": "m"},                     ||| f:2:12: error: links[0]: a comma stands behind the last entry ||| Remove the comma in front of ].
          {"id": "m"                       ||| f:3:1: error: links[0] "m" id: expected } to end the object that began in line 2, column 1, found ] ||| Put the missing } in front of it.
          {"id": "m"}}                     ||| f:2:12: error: links[0]: expected ] to end the list that began in line 1, column 50, found } ||| Put the missing ] in front of it.
          {"description": "C:\\dir"}       ||| f:2:20: error: links[0].description: \\d means nothing in JSON ||| Write \\\\ for one backslash.
          {"description": "\\u12x4"}       ||| f:2:22: error: links[0].description: expected four hexadecimal digits behind \\u, found x4 ||| Write \\u and four digits, as in \\u00e9, or the character itself.
          {"\\ud83d": 1}                   ||| f:2:2: error: links[0].\\ud83d: the key holds \\ud83d, half a character ||| Correct the key, or remove the field.
          """)
  void oneFault(String text, String message, String advice) {
    assertThat(problems(inLinks(text))).startsWith(message + "\n  " + advice + "\n");
  }

  @Test
  void textsDoNotSpanLinesAndHoldNoTabs() {
    assertThat(problems(inLinks("{\"notes\": \"one\ntwo\"}")))
        .isEqualTo(
            """
            f:2:11: error: links[0].notes: the text that begins here does not end in its line
              Put the closing quote behind it; a line break inside a text is \\n.
            """);
    assertThat(problems(inLinks("{\"notes\": \"one\ttwo\"}")))
        .isEqualTo(
            """
            f:2:15: error: links[0].notes: a control character stands in a text
              Remove it, or write \\t.
            """);
  }

  @Test
  void aFaultDoesNotHideWhatStandsBeforeIt() {
    assertThat(
            problems(
                """
                {"format": "stillwater/1", "name": "n",
                "components": [{"id": "a", "kind": "queu", "replicas": 0}],
                "links": [{"id": "m",}]}
                """))
        .isEqualTo(
            """
            f:3:21: error: links[0] "m" id: a comma stands behind the last field
              Remove the comma in front of }.
            f:2:36: error: components[0] "a" kind: expected one of client, actor, service, function, worker, load-balancer, api-gateway, dns-cdn, queue, topic, stream, event-bus, workflow, cache, relational-db, key-value-store, object-store, search-index, external, scheduler, config, monitor, found "queu"
              Did you mean "queue"?
            f:2:56: error: components[0] "a" replicas: expected a whole number from 1 to 1000000, found 0
              Leave the field out: then it is 1.
            """);
  }

  @Test
  void filesThatWereCutOff() {
    String way =
        "  It was probably cut off while it was saved or copied: take it from version control, from"
            + " a backup or from the one who sent it.\n";
    assertThat(problems(inLinks("{\"id\": \"mail\", \"from\": \"or").replace("\n]}", "")))
        .isEqualTo(
            "f:2:27: error: links[0] \"mail\" from: the file ends inside the text that begins in"
                + " line 2, column 24\n"
                + way);
    assertThat(
            problems(
                inLinks("{\"id\": \"mail\", \"from\": \"a\", \"to\": \"b\"},")
                    .replace("\n]}", "\n")))
        .isEqualTo(
            "f:3:1: error: links[1]: the file ends, and the list that began in line 1, column 50"
                + " does not\n"
                + way);
    assertThat(problems("{\"format\": \"stillwater/1\""))
        .isEqualTo(
            "f:1:26: error: format: the file ends, and the object that began in line 1, column 1"
                + " does not\n"
                + way);
  }

  @Test
  void filesWithNothingOrSomethingElse() {
    assertThat(problems("")).isEqualTo(problems(" \n").replace("f:2:1", "f:1:1"));
    assertThat(problems(""))
        .isEqualTo(
            """
            f:1:1: error: the file is empty
              Take it from version control or a backup, or begin a new design.
            """);
    assertThat(problems("<?xml version=\"1.0\"?>\n<mxfile/>"))
        .isEqualTo(
            """
            f:1:1: error: expected a design, which begins with {, found <
              Open another file; this one is in another format.
            """);
    assertThat(problems("version: 3\nservices:"))
        .startsWith("f:1:1: error: expected a design, which begins with {, found \"version\"\n");
    assertThat(problems(DesignJsonTest.SHOP + "{}"))
        .isEqualTo(
            """
            f:42:1: error: the design has ended, and { stands behind it
              Remove what stands behind the last }.
            """);
  }

  @Test
  void otherEncodings() {
    Charset latin1 = StandardCharsets.ISO_8859_1;
    assertThat(problems("{\"name\":\n \"Größe\"}".getBytes(latin1)))
        .isEqualTo(
            """
            f:2:5: error: expected UTF-8, found the byte 0xF6, which is ö in Latin-1
              Save the file as UTF-8.
            """);
    assertThat(problems("{}".getBytes(StandardCharsets.UTF_16)))
        .isEqualTo(
            """
            f:1:1: error: expected UTF-8, found the byte-order mark of UTF-16
              Save the file as UTF-8.
            """);
    assertThat(problems("{}".getBytes(StandardCharsets.UTF_16LE)))
        .startsWith("f:1:2: error: expected a key in double quotes, found \\u0000");
    assertThat(problems(new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'}))
        .startsWith("f:1:3: error: expected UTF-8, found the byte 0xED");
  }

  @Test
  void conflictsOfVersionControlAreNamedByElement() {
    assertThat(
            problems(
                """
                {
                  "format": "stillwater/1",
                  "name": "Shop",
                  "components": [
                <<<<<<< HEAD
                    {"id": "mail", "kind": "queue"},
                =======
                    {"id": "mail", "kind": "topic"},
                    {"id": "sms", "kind": "topic"},
                >>>>>>> feature/sms
                    {"id": "order", "kind": "service"}
                  ],
                  "links": [
                    {
                      "id": "pay",
                      "from": "order",
                <<<<<<< HEAD
                      "timeout": "3s",
                ||||||| base
                      "timeout": "2s",
                =======
                      "timeout": "5s",
                >>>>>>> feature/sms
                      "to": "sms"
                    }
                  ],
                  "layout": {
                <<<<<<< HEAD
                    "mail": [1, 2]
                =======
                    "mail": [3, 4]
                >>>>>>> feature/sms
                  }
                }
                """))
        .isEqualTo(
            """
            f:5:1: error: a merge conflict between HEAD and feature/sms is not resolved, down to line 10; it concerns the components "mail", "sms"
              Keep one of the two versions and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.
            f:17:1: error: a merge conflict between HEAD and feature/sms is not resolved, down to line 23; it concerns the link "pay"
              Keep one of the two versions and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.
            f:28:1: error: a merge conflict between HEAD and feature/sms is not resolved, down to line 32; it concerns the layout
              Keep one of the two versions and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.
            """);
  }

  @Test
  void aTextThatOnlyLooksLikeAConflictIsAText() {
    assertThat(
            DesignJsonTest.open(
                    "{\"format\": \"stillwater/1\", \"name\": \"<<<<<<< HEAD\", \"description\":"
                        + " \"a\\n<<<<<<< b\"}")
                .document()
                .design()
                .name())
        .isEqualTo("<<<<<<< HEAD");
  }
}
