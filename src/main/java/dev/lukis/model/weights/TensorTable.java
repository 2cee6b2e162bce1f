package dev.lukis.model.weights;

import dev.lukis.model.files.ModelException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tensors of one network by name, from one file or several. Immutable. Names have parts that
 * are separated by dots, such as {@code down_blocks.0.resnets.1.conv1.weight}.
 */
public final class TensorTable {
  private final String name;
  private final TreeMap<String, StoredTensor> tensors = new TreeMap<>();

  /**
   * @param name of the network in messages, such as {@code unet}
   * @throws ModelException when two tensors have the same name
   */
  public TensorTable(String name, Collection<StoredTensor> tensors) {
    this.name = name;
    for (StoredTensor tensor : tensors) {
      StoredTensor other = this.tensors.putIfAbsent(tensor.name(), tensor);
      if (other != null) {
        throw new ModelException(
            name
                + ": "
                + Printable.of(tensor.name())
                + ": twice, in "
                + other.file().getFileName()
                + " and "
                + tensor.file().getFileName()
                + " (expected: once)");
      }
    }
  }

  /** The network in messages. */
  public String name() {
    return name;
  }

  /** All tensors, sorted by name. */
  public SortedMap<String, StoredTensor> tensors() {
    return Collections.unmodifiableSortedMap(tensors);
  }

  /**
   * @throws ModelException when there is no such tensor
   */
  public StoredTensor get(String tensor) {
    StoredTensor found = tensors.get(tensor);
    if (found == null) {
      throw new ModelException(name + ": " + tensor + ": missing (expected: a tensor)");
    }
    return found;
  }

  /** Whether this tensor exists. */
  public boolean contains(String tensor) {
    return tensors.containsKey(tensor);
  }

  /** Whether a tensor of this name, or any below it, exists. */
  public boolean has(String prefix) {
    String next = tensors.ceilingKey(prefix + ".");
    return tensors.containsKey(prefix) || (next != null && next.startsWith(prefix + "."));
  }

  /** How many of {@code prefix.0}, {@code prefix.1}, ... exist. */
  public int count(String prefix) {
    int count = 0;
    while (has(prefix + "." + count)) {
      count++;
    }
    return count;
  }

  /** The real files that hold the tensors, each once. */
  public List<Path> files() {
    return tensors.values().stream().map(StoredTensor::file).distinct().sorted().toList();
  }

  /** The nearest folder above all files; the files' own folder where there is one file. */
  public Path folder() {
    Path folder = null;
    for (Path file : files()) {
      Path parent = file.getParent();
      folder = folder == null ? parent : common(folder, parent);
    }
    if (folder == null) {
      throw new ModelException(name + ": no tensors (expected: at least one)");
    }
    return folder;
  }

  private static @Nullable Path common(Path folder, @Nullable Path other) {
    Path common = folder;
    while (common != null && other != null && !other.startsWith(common)) {
      common = common.getParent();
    }
    return common;
  }

  /** How much the tensors take in their files. */
  public long bytes() {
    return tensors.values().stream().mapToLong(StoredTensor::length).sum();
  }
}
