package dev.lukis.config;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Accepted range of a number, duration or size, both ends included. An absent value is valid. */
@Documented
@Target(METHOD)
@Retention(RUNTIME)
@Constraint(validatedBy = RangeValidator.class)
@interface Range {
  /** Lower end, as it is written in the configuration. */
  String min();

  /** Upper end, as it is written in the configuration. */
  String max();

  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
