package dev.lukis.model.lora;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was found in a LoRA.
 *
 * @param location as the setting has it
 * @param name of its file
 * @param weight by which it is multiplied
 * @param form who wrote it: {@code kohya}, {@code PEFT} or {@code diffusers}
 * @param smallestRank of its modules
 * @param largestRank of its modules
 * @param modules how many weights of each network it changes
 */
public record LoraReport(
    String location,
    String name,
    double weight,
    String form,
    int smallestRank,
    int largestRank,
    SortedMap<String, Integer> modules) {
  static LoraReport of(LoraFile file, LoraSource source, Map<String, Integer> modules) {
    var ranks = file.modules().stream().mapToInt(LoraModule::rank).summaryStatistics();
    return new LoraReport(
        source.location(),
        file.name(),
        source.weight(),
        file.form(),
        ranks.getMin(),
        ranks.getMax(),
        new TreeMap<>(modules));
  }

  /** In words, for {@code check} and the log. */
  public String words() {
    String counts =
        modules.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
    String ranks =
        smallestRank == largestRank ? "" + smallestRank : smallestRank + " to " + largestRank;
    return name + " x " + weight + "; " + form + ", rank " + ranks + "; " + counts;
  }
}
