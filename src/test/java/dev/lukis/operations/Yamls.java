package dev.lukis.operations;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads values of parsed YAML. Stateless. */
final class Yamls {
  private Yamls() {}

  /**
   * @param path names, or indexes of lists, between points
   */
  static Object at(Object root, String path) {
    @Nullable Object value = root;
    for (String name : path.split("\\.", -1)) {
      value = child(value, name);
      if (value == null) {
        throw new NoSuchElementException(path + ": no " + name);
      }
    }
    return value;
  }

  /** The same, for a list. */
  static List<?> list(Object root, String path) {
    return (List<?>) at(root, path);
  }

  /** The same, for a whole number. */
  static int number(Object root, String path) {
    return (Integer) at(root, path);
  }

  static boolean has(Object root, String path) {
    try {
      at(root, path);
      return true;
    } catch (NoSuchElementException e) {
      return false;
    }
  }

  private static @Nullable Object child(Object parent, String name) {
    if (parent instanceof List<?> list) {
      int index = Integer.parseInt(name);
      return index < list.size() ? list.get(index) : null;
    }
    return parent instanceof Map<?, ?> map ? map.get(name) : null;
  }
}
