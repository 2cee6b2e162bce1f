package dev.lukis.safety;

import dev.lukis.model.classifier.ImageClassifier;
import dev.lukis.tensor.Tensor;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Blocks images that an {@link ImageClassifier} assigns to blocked labels. Thread-safe. */
public final class ClassifierGate implements ImageGate, AutoCloseable {
  private final ImageClassifier classifier;
  private final Set<String> blocked;
  private final float threshold;

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

  @Override
  public boolean allows(Tensor pixels) {
    double likely =
        classifier.classify(pixels).entrySet().stream()
            .filter(each -> blocked.contains(each.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return likely < threshold;
  }

  @Override
  public void close() {
    classifier.close();
  }
}
