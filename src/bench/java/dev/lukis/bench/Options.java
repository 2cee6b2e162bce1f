package dev.lukis.bench;

import java.nio.file.Path;
import java.util.List;

/** Options of a benchmark: system properties with defaults. */
public final class Options {
  private Options() {}

  public static String text(String name, String otherwise) {
    return System.getProperty(name, otherwise);
  }

  public static int integer(String name, int otherwise) {
    return Integer.getInteger(name, otherwise);
  }

  /** Words between commas or white space. */
  public static List<String> words(String name, String otherwise) {
    String value = text(name, otherwise).strip();
    return value.isEmpty() ? List.of() : List.of(value.split("[,\\s]+"));
  }

  /** The packaged application that is measured. */
  public static Path serverJar() {
    return Path.of(text("server.jar", "target/bench/quarkus-app/quarkus-run.jar"));
  }

  /** Arguments of the server's JVM: by default a heap as in a small container. */
  public static List<String> serverOptions() {
    return words("server.options", "-Xmx256m");
  }

  /** The model's location, as in {@code lukis.model}. */
  public static String model() {
    return text("model", "classpath:models/lukis-mini");
  }

  /** Processor threads that share one operator of the model. */
  public static int threads() {
    return integer("threads", Runtime.getRuntime().availableProcessors());
  }
}
