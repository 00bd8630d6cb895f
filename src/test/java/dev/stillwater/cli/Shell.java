package dev.stillwater.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// A command line without a process: what it is given and what it says.
final class Shell {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Path folder;
  private boolean terminal;
  private byte[] in = {};
  private Desktop desktop;
  private LocalDate today = LocalDate.of(2026, 11, 22);
  private long now;

  /// Time stands still, so that no progress shows in between.
  private long tick;

  Shell(Path folder) {
    this.folder = folder;
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
  }

  Shell onTerminal() {
    terminal = true;
    return this;
  }

  /// A second is over whenever somebody looks at the clock.
  Shell whereAllTakesLong() {
    tick = 1_000_000_000L;
    return this;
  }

  Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Shell reading(String text) {
    in = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  Shell with(Desktop window) {
    desktop = window;
    return this;
  }

  Shell on(LocalDate day) {
    today = day;
    return this;
  }

  ExitCode run(String... arguments) {
    out.reset();
    err.reset();
    return Stillwater.run(
        new Session(
            new ByteArrayInputStream(in),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            terminal,
            environment,
            folder,
            today,
            () -> now += tick,
            "1.2.3",
            desktop),
        arguments);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
