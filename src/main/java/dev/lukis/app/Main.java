package dev.lukis.app;

import dev.lukis.cli.ModelCheck;
import dev.lukis.cli.ModelsCommand;
import dev.lukis.cli.PullCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Starts the server. With {@code check}, {@code pull} or {@code models} as the first argument, does
 * that and exits.
 */
@QuarkusMain
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    List<String> all = Arrays.asList(arguments);
    OptionalInt code = all.isEmpty() ? OptionalInt.empty() : command(all);
    if (code.isPresent()) {
      System.exit(code.getAsInt());
    }
    Quarkus.run(arguments);
  }

  // Before the application starts, so that no port is opened.
  private static OptionalInt command(List<String> all) {
    List<String> rest = all.subList(1, all.size());
    Map<String, String> environment = System.getenv();
    return switch (all.get(0)) {
      case "check" -> OptionalInt.of(ModelCheck.run(rest, environment, System.out, System.err));
      case "pull" ->
          OptionalInt.of(
              PullCommand.run(rest, environment, System.console() != null, System.out, System.err));
      case "models" -> OptionalInt.of(ModelsCommand.run(rest, environment, System.out, System.err));
      default -> OptionalInt.empty();
    };
  }
}
