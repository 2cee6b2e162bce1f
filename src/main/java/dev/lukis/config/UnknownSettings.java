package dev.lukis.config;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Finds names of settings that do not exist, and the nearest one that does. Immutable. */
final class UnknownSettings {
  private static final String PREFIX = "lukis.";
  private static final String VARIABLE_PREFIX = "LUKIS_";

  private final TreeSet<String> keys = new TreeSet<>();
  private final TreeSet<String> maps = new TreeSet<>();

  UnknownSettings() {
    collect(LukisConfig.class, "lukis");
  }

  private void collect(Class<?> group, String prefix) {
    for (Method method : group.getDeclaredMethods()) {
      String key = prefix + "." + kebab(method.getName());
      Class<?> type = method.getReturnType();
      if (type == Map.class) {
        maps.add(key + ".");
      } else if (type.isInterface() && type.getPackage().equals(LukisConfig.class.getPackage())) {
        collect(type, key);
      } else {
        keys.add(key);
      }
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /**
   * @param names of properties and environment variables, ours and others
   * @return one line for each of ours that does not exist
   */
  List<String> warnings(Collection<String> names) {
    return names.stream()
        .filter(name -> name.startsWith(PREFIX) || name.startsWith(VARIABLE_PREFIX))
        .filter(name -> !exists(name))
        .distinct()
        .sorted()
        .map(this::warning)
        .toList();
  }

  private boolean exists(String name) {
    boolean variable = name.startsWith(VARIABLE_PREFIX);
    // An element of a list has an index: key[0], KEY_0_.
    String base = variable ? name.replaceAll("_\\d+_$", "") : name.replaceAll("\\[\\d+]$", "");
    return keys.stream().anyMatch(key -> written(key, variable).equals(base))
        || maps.stream().anyMatch(map -> name.startsWith(written(map, variable)));
  }

  private static String written(String key, boolean variable) {
    return variable ? key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") : key;
  }

  private String warning(String name) {
    boolean variable = name.startsWith(VARIABLE_PREFIX);
    String nearest =
        keys.stream()
            .map(key -> written(key, variable))
            .min(Comparator.comparingInt(key -> distance(key, name)))
            .orElseThrow();
    return name + ": unknown setting, has no effect (the nearest one is " + nearest + ")";
  }

  // Levenshtein, Doklady Akademii Nauk 163 (1965): insertions, deletions and substitutions.
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
