package dev.lukis.config;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.Duration;

/** Requires {@code quiet-min <= quiet <= quiet-max <= max-wait}. */
@Documented
@Target(TYPE)
@Retention(RUNTIME)
@Constraint(validatedBy = OrderedTimes.Validator.class)
@interface OrderedTimes {
  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Checks the order. Stateless. */
  class Validator implements ConstraintValidator<OrderedTimes, LukisConfig.Live> {
    @Override
    public boolean isValid(LukisConfig.Live live, ConstraintValidatorContext context) {
      return ordered(context, "quiet-min", live.quietMin(), "quiet", live.quiet())
          & ordered(context, "quiet", live.quiet(), "quiet-max", live.quietMax())
          & ordered(context, "quiet-max", live.quietMax(), "max-wait", live.maxWait());
    }

    private static boolean ordered(
        ConstraintValidatorContext context,
        String lowerKey,
        Duration lower,
        String upperKey,
        Duration upper) {
      if (lower.compareTo(upper) <= 0) {
        return true;
      }
      Violation.add(
          context,
          lowerKey + ": " + Violation.shown(lower),
          "at most " + upperKey + ", which is " + Violation.shown(upper));
      return false;
    }
  }
}
