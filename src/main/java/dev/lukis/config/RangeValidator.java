package dev.lukis.config;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks {@link Range}; the message names the value and the range. Stateless. */
public class RangeValidator implements ConstraintValidator<Range, Object> {
  private String min = "";
  private String max = "";

  @Override
  public void initialize(Range range) {
    min = range.min();
    max = range.max();
  }

  @Override
  public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
    Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (present == null || accepts(present)) {
      return true;
    }
    Violation.add(context, shown(present), min + " to " + max);
    return false;
  }

  private boolean accepts(Object value) {
    if (value instanceof Duration duration) {
      return within(
          duration, DurationConverter.parseDuration(min), DurationConverter.parseDuration(max));
    }
    if (value instanceof MemorySize size) {
      MemorySizeConverter sizes = new MemorySizeConverter();
      return within(
          size.asBigInteger(),
          sizes.convert(min).asBigInteger(),
          sizes.convert(max).asBigInteger());
    }
    double number = ((Number) value).doubleValue();
    return Double.isFinite(number)
        && within(BigDecimal.valueOf(number), new BigDecimal(min), new BigDecimal(max));
  }

  private static <T extends Comparable<T>> boolean within(T value, T min, T max) {
    return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
  }

  private static String shown(Object value) {
    if (value instanceof Duration duration) {
      return Violation.shown(duration);
    }
    return value instanceof MemorySize size ? size.asBigInteger() + " bytes" : value.toString();
  }
}
