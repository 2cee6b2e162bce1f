package dev.lukis.config;

import jakarta.validation.ConstraintValidatorContext;
import java.time.Duration;

/** Messages of constraints. SmallRye Config puts the key and a space before them. Stateless. */
final class Violation {
  private Violation() {}

  static void add(ConstraintValidatorContext context, String value, String expected) {
    String message = "= " + value + " (expected: " + expected + ")";
    context.disableDefaultConstraintViolation();
    context
        .buildConstraintViolationWithTemplate(message.replaceAll("([\\\\{}$])", "\\\\$1"))
        .addConstraintViolation();
  }

  /** A duration in the unit in which it would be configured. */
  static String shown(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
  }
}
