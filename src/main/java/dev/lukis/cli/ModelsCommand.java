package dev.lukis.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.hub.HubSettings;
import dev.lukis.model.hub.ListedModel;
import dev.lukis.model.hub.ModelList;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The command {@code models}: lists what the cache of the Hub holds. */
public final class ModelsCommand {
  static final String USAGE = "models [--verify] [--json]";

  private static final String VERIFY = "--verify";
  private static final String JSON = "--json";
  private static final double MEGABYTE = 1e6;

  private ModelsCommand() {}

  /**
   * @param arguments of the command
   * @param environment variables of this process
   * @param out the list
   * @param err one line, when the cache cannot be read
   * @return the exit code: 0, 1 when the cache cannot be read, 2 when the arguments are wrong
   */
  public static int run(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    if (!Set.of(VERIFY, JSON).containsAll(arguments)) {
      err.println("usage: " + USAGE);
      return 2;
    }
    try {
      HubSettings settings = HubSettings.of(environment);
      List<ListedModel> models = ModelList.of(settings, arguments.contains(VERIFY));
      if (arguments.contains(JSON)) {
        out.println(new ObjectMapper().writeValueAsString(models));
      } else {
        print(models, settings, out);
      }
      return 0;
    } catch (ModelException | JsonProcessingException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static void print(List<ListedModel> models, HubSettings settings, PrintStream out) {
    out.println(models.size() + " in " + settings.cache());
    int width = models.stream().mapToInt(each -> each.repository().length()).max().orElse(0);
    for (ListedModel each : models) {
      out.printf(
          Locale.ROOT,
          "%s  %-14s  %9.1f MB  %-10s  %s%s%s%n",
          each.repository() + " ".repeat(width - each.repository().length()),
          each.revision(),
          each.bytes() / MEGABYTE,
          each.complete() ? "complete" : "incomplete",
          each.kind(),
          each.hashes().isEmpty() ? "" : "  hashes: " + each.hashes(),
          each.remark().isEmpty() ? "" : "  " + each.remark());
    }
  }
}
