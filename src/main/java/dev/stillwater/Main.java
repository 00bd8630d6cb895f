package dev.stillwater;

/// The entry point: with arguments the command line runs, without any the window opens.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("Stillwater " + version());
  }

  /// The version written into the jar, or `development` when run from class files.
  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
