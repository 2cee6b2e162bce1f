package dev.lukis.app;

import dev.lukis.cli.ModelCheck;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import java.util.List;

/** Starts the server; with {@code check} as the first argument, checks a model and exits. */
@QuarkusMain
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    List<String> all = Arrays.asList(arguments);
    if (!all.isEmpty() && all.get(0).equals("check")) {
      // Before the application starts, so that no port is opened.
      System.exit(ModelCheck.run(all.subList(1, all.size()), System.out, System.err));
    }
    Quarkus.run(arguments);
  }
}
