package dev.lukis.safety;

import dev.lukis.model.classifier.ImageClassifier;
import dev.lukis.tensor.Tensor;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Blocks images that an {@link ImageClassifier} assigns to blocked labels. Thread-safe. */
public final class ClassifierGate implements ImageGate {
  private final ImageClassifier classifier;
  private final Set<String> blocked;
  private final float threshold;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  // Mutable state
  private boolean closed;

  /**
   * @param classifier owned by this gate and closed with it
   * @param blocked labels that must not be shown
   * @param threshold an image is blocked when the probabilities of the blocked labels add up to at
   *     least this, 0 to 1
   * @throws IllegalArgumentException when the classifier knows none of the labels
   */
  public ClassifierGate(ImageClassifier classifier, Set<String> blocked, float threshold) {
    this.classifier = classifier;
    this.blocked = Set.copyOf(blocked);
    this.threshold = threshold;
    Set<String> known = new TreeSet<>();
    classifier.labels().forEach(known::add);
    if (known.stream().noneMatch(blocked::contains)) {
      throw new IllegalArgumentException(
          "labels: " + blocked + " (expected: some of " + known + ")");
    }
  }

  /**
   * @throws IllegalStateException when this is closed
   */
  @Override
  public boolean allows(Tensor pixels) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the classifier is closed (expected: open)");
      }
      return likelihood(pixels) < threshold;
    } finally {
      lock.readLock().unlock();
    }
  }

  private double likelihood(Tensor pixels) {
    return classifier.classify(pixels).entrySet().stream()
        .filter(each -> blocked.contains(each.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /** Frees the classifier once no image is being classified. Closing twice does nothing. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        classifier.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
