package dev.lukis.model.hub.selection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The safetensors files of one component: a single file or shards with their index, in one of the
 * variants that the repository has. Stateless.
 */
final class ComponentWeights {
  private static final String STEM = "(?:diffusion_pytorch_model|model)";

  // Shards of the variant have its name before the number; older ones have it behind.
  private static final Pattern FILE =
      Pattern.compile(
          STEM
              + "(?<before>\\.fp16)?(?:-(?<number>\\d{5})-of-(?<count>\\d{5}))?(?<behind>\\.fp16)?"
              + "\\.safetensors");
  private static final Pattern INDEX =
      Pattern.compile(
          STEM
              + "\\.safetensors(?:(?<before>\\.fp16)?\\.index|\\.index(?<behind>\\.fp16))?\\.json");

  private ComponentWeights() {}

  /**
   * @param folder of the component with a slash, or nothing for the root
   * @param files of the repository
   * @return empty if there is no complete variant
   */
  static Optional<List<String>> choose(String folder, List<String> files, Precision precision) {
    boolean half = precision == Precision.HALF;
    return variant(folder, files, half).or(() -> variant(folder, files, !half));
  }

  private static Optional<List<String>> variant(String folder, List<String> files, boolean half) {
    Map<String, TreeSet<String>> shards = new HashMap<>();
    for (String file : inside(folder, files)) {
      Matcher name = FILE.matcher(file);
      if (name.matches() && isHalf(name) == half) {
        if (name.group("number") == null) {
          return Optional.of(List.of(folder + file));
        }
        shards.computeIfAbsent(name.group("count"), count -> new TreeSet<>()).add(folder + file);
      }
    }
    List<String> indices = indices(folder, files, half);
    return shards.entrySet().stream()
        .filter(each -> each.getValue().size() == Integer.parseInt(each.getKey()))
        .filter(each -> !indices.isEmpty())
        .map(each -> concat(indices, each.getValue()))
        .findFirst();
  }

  private static List<String> indices(String folder, List<String> files, boolean half) {
    return inside(folder, files).stream()
        .map(INDEX::matcher)
        .filter(Matcher::matches)
        .filter(name -> isHalf(name) == half)
        .map(name -> folder + name.group())
        .toList();
  }

  private static boolean isHalf(Matcher name) {
    return name.group("before") != null || name.group("behind") != null;
  }

  private static List<String> concat(List<String> some, Iterable<String> others) {
    List<String> all = new ArrayList<>(some);
    others.forEach(all::add);
    return List.copyOf(all);
  }

  /** The names of the files that lie directly in a folder. */
  static List<String> inside(String folder, List<String> files) {
    return files.stream()
        .filter(file -> file.startsWith(folder))
        .map(file -> file.substring(folder.length()))
        .filter(name -> !name.contains("/"))
        .toList();
  }
}
