package dev.lukis.safety;

import dev.lukis.model.ImageClassifier;
import dev.lukis.tensor.Tensor;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keeps images back that a classifier takes for something that is not shown. Thread-safe. */
public final class ClassifierGate implements ImageGate, AutoCloseable {
  private final ImageClassifier classifier;
  private final Set<String> blocked;
  private final float threshold;

  /**
   * @param classifier is closed with this
   * @param blocked labels
   * @param threshold an image is kept back when the blocked labels together are at least so likely
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
