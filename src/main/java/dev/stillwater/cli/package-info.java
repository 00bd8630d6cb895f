/// The command line: one class for each command, exit statuses, and what a terminal shows.
///
/// Commands talk through a [dev.stillwater.cli.Session] (streams, environment, the day of today),
/// so that every one of them is tested without a process. Results go to standard output, everything
/// else to standard error; the exit status is one of [dev.stillwater.cli.ExitCode], never a count.
/// A command that does not work yet does not exist.
///
/// Imports everything but editor and ui: what needs a window is handed in as a
/// [dev.stillwater.cli.Desktop]. The only home of picocli.
@NullMarked
package dev.stillwater.cli;

import org.jspecify.annotations.NullMarked;
