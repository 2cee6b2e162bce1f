package dev.lukis.config;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requires an absolute http or https URL without query. An absent value is valid. */
@Documented
@Target(METHOD)
@Retention(RUNTIME)
@Constraint(validatedBy = HttpUrl.Validator.class)
@interface HttpUrl {
  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Checks a URL. Stateless. */
  class Validator implements ConstraintValidator<HttpUrl, Optional<String>> {
    @Override
    public boolean isValid(@Nullable Optional<String> value, ConstraintValidatorContext context) {
      String url = value == null ? null : value.orElse(null);
      if (url == null || isHttp(url)) {
        return true;
      }
      Violation.add(context, url, "a URL such as https://lukis.example.org, without query");
      return false;
    }

    private static boolean isHttp(String url) {
      try {
        URI uri = URI.create(url);
        return ("http".equalsIgnoreCase(uri.getScheme())
                || "https".equalsIgnoreCase(uri.getScheme()))
            && uri.getHost() != null
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null
            && uri.getRawUserInfo() == null;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }
}
