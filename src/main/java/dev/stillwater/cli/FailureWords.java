package dev.stillwater.cli;

import dev.stillwater.analysis.ripple.Failure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a way to fail as it is spelled: `crash-one`.
final class FailureWords implements ITypeConverter<Failure> {
  @Override
  public Failure convert(String typed) {
    String word = typed.toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(Failure.values())
        .filter(how -> how.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                typed + " is no way to fail. It can be: " + list(List.of(Failure.values())) + "."));
  }

  static String list(List<Failure> ways) {
    return ways.stream().map(Failure::word).collect(Collectors.joining(", "));
  }
}
