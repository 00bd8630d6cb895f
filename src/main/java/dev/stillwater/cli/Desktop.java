package dev.stillwater.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// What only a window can do. Main hands one in; the command line itself loads no toolkit.
public interface Desktop {
  /// Opens the workbench on these files and returns when its last window is closed. Where it
  /// cannot, it says on `err` what is missing and what to do, and gives [ExitCode#CANNOT_RUN].
  ExitCode open(List<Path> files, PrintStream err);

  /// Walks the real application with no display and writes its pictures into a folder; names of the
  /// files written go to `out`.
  ExitCode tour(Path folder, PrintStream out, PrintStream err);
}
