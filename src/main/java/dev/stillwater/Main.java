package dev.stillwater;

import dev.stillwater.cli.Desktop;
import dev.stillwater.cli.ExitCode;
import dev.stillwater.cli.Session;
import dev.stillwater.cli.Stillwater;
import dev.stillwater.ui.App;
import dev.stillwater.ui.Tour;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The entry point: gives the command line the streams of this process and the window.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Console console = System.console();
    Session session =
        new Session(
            System.in,
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            console != null && console.isTerminal(),
            System.getenv(),
            Path.of(""),
            LocalDate.now(java.time.ZoneId.systemDefault()),
            System::nanoTime,
            version(),
            desktop());
    System.exit(Stillwater.run(session, arguments).status());
  }

  /// A stream in UTF-8 whatever the locale; a reader that went away is no error.
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /// The window. Nothing of it is loaded before it is asked for.
  private static Desktop desktop() {
    return new Desktop() {
      @Override
      public ExitCode open(List<Path> files, PrintStream err) {
        try {
          App.open(files, millis -> started(millis, err));
          return ExitCode.CLEAN;
        } catch (UnsupportedOperationException | IllegalStateException | LinkageError e) {
          err.println("The workbench cannot open a window here: " + reason(e) + ".");
          err.println(
              "It needs a desktop: start it in a graphical session, or set DISPLAY, or use the"
                  + " commands, which need none (stillwater --help).");
          return ExitCode.CANNOT_RUN;
        }
      }

      @Override
      public ExitCode tour(Path folder, PrintStream out, PrintStream err) {
        Optional<String> problem = Tour.run(folder, out);
        problem.ifPresent(err::println);
        return problem.isPresent() ? ExitCode.CANNOT_RUN : ExitCode.CLEAN;
      }
    };
  }

  private static String reason(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? "there is no display" : message;
  }

  /// For measuring: how long the start took, when somebody asks for it.
  private static void started(long millis, PrintStream err) {
    if (System.getenv("STILLWATER_START_TIME") != null) {
      err.println("interactive after " + millis + " ms");
      err.flush();
    }
  }

  /// The version written into the jar, or `development` when run from class files.
  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
