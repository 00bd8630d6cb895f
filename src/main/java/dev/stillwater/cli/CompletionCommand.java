package dev.stillwater.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `stillwater completion bash|zsh`: a script that completes commands, options and their values.
@CommandLine.Command(
    name = "completion",
    description = "Print a script that lets a shell complete commands, options and values.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(stillwater completion bash)                    for this shell",
      "  stillwater completion bash > ~/.local/share/bash-completion/completions/stillwater",
      "  stillwater completion zsh > ~/.stillwater.zsh           then source it in ~/.zshrc"
    })
final class CompletionCommand extends Command {
  /// What lets zsh understand a script for bash.
  private static final String ZSH_FIRST =
      """
      autoload -U +X compinit && compinit
      autoload -U +X bashcompinit && bashcompinit
      """;

  /// A shell that has completion.
  enum Shell {
    BASH,
    ZSH
  }

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  Shell shell;

  CompletionCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    String script = AutoComplete.bash("stillwater", spec.root().commandLine());
    session
        .out()
        .print(
            switch (shell) {
              case BASH -> script;
              case ZSH -> ZSH_FIRST + script;
            });
    return ExitCode.CLEAN;
  }
}
