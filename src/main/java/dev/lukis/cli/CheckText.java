package dev.lukis.cli;

import dev.lukis.model.ModelCard;
import dev.lukis.model.ModelReport;
import dev.lukis.model.family.SamplingPlan;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Prints what is found, line by line. */
final class CheckText implements CheckOutput {
  private static final double MEGABYTE = 1 << 20;

  private final PrintStream out;
  private final PrintStream err;

  CheckText(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  private void line(String subject, String words) {
    out.printf(Locale.ROOT, "%-10s %s%n", subject, words);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
  }

  @Override
  public void files(List<CheckedFile> files) {
    files.forEach(
        file -> line("file", file.path() + ", " + megabytes(file.bytes()) + ", " + file.hash()));
  }

  @Override
  public void model(ModelCard card, ModelReport report) {
    line("model", card.name());
    line("family", report.family());
    line("scheduler", report.scheduler());
    line("device", "" + report.device());
    line("size", card.width() + " x " + card.height() + "; takes " + card.supportedSizes());
    line("tokens", "" + card.tokens());
    line("draft", inWords(card.draft()));
    line("settle", inWords(card.settle()));
    line("previews", report.previews());
    line("weights", megabytes(report.bytes()) + ", " + report.weights());
    report.graphs().forEach(graph -> line("graph", graph.words()));
    report.loras().forEach(lora -> line("LoRA", lora.words()));
    report.notes().forEach(note -> line("note", note));
  }

  private static String inWords(SamplingPlan plan) {
    return String.format(
        Locale.ROOT, "%d steps, guidance scale %s", plan.steps(), plan.guidanceScale());
  }

  @Override
  public void memory(long weights, OptionalLong available) {
    line(
        "memory",
        "weights take "
            + megabytes(weights)
            + (available.isPresent()
                ? " of " + megabytes(available.getAsLong()) + " that were free"
                : "; the system does not tell how much is free"));
  }

  @Override
  public void time(String stage, double millis) {
    out.printf(Locale.ROOT, "%9.1f ms  %s%n", millis, stage);
  }

  @Override
  public void painted(int width, int height) {
    line("NaN test", "passed: every output of every graph is finite");
    line("image", width + " x " + height);
  }

  @Override
  public void written(String file) {
    out.println("written to " + file);
  }

  @Override
  public void peak(OptionalLong bytes) {
    bytes.ifPresent(
        peak -> line("memory", "the process held at most " + megabytes(peak) + ", all included"));
  }

  @Override
  public void providers(Map<String, SortedMap<String, Integer>> nodes) {
    nodes.forEach(
        (graph, counts) ->
            line("provider", graph + ": " + (counts.isEmpty() ? "-" : words(counts))));
  }

  private static String words(SortedMap<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue() + " nodes")
        .collect(Collectors.joining(", "));
  }

  @Override
  public void failed(String message) {
    err.println(message);
  }

  @Override
  public void end() {}
}
