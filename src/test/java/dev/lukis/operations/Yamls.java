package dev.lukis.operations;

import java.util.Map;
import java.util.NoSuchElementException;

/** Looks into parsed YAML. Stateless. */
final class Yamls {
  private Yamls() {}

  /**
   * @param path names between points
   */
  static Object at(Map<?, ?> root, String path) {
    Object value = root;
    for (String name : path.split("\\.", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
      if (value == null) {
        throw new NoSuchElementException(path + ": no " + name);
      }
    }
    return value;
  }
}
