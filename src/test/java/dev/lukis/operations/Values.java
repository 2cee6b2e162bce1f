package dev.lukis.operations;

import io.kubernetes.client.custom.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rules of Kubernetes for values, beyond their types: words of a list, quantities, ports, names and
 * labels. The OpenAPI document does not contain them, so they are here for the fields that we use.
 */
final class Values {
  private static final String NAME = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
  private static final String LABEL = "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
  private static final String LABEL_KEY = "([a-z0-9.-]{1,253}/)?" + LABEL;
  private static final String QUANTITY = "\\d+(\\.\\d*)?([KMGTPE]i|[munkMGTPE]|[eE][+-]?\\d+)?";
  private static final String PORT_NUMBER =
      "[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5]";

  /** The end of a path, and the accepted values. */
  private record Rule(Pattern path, Pattern value) {
    static Rule of(String path, String value) {
      return new Rule(Pattern.compile(".*\\." + path), Pattern.compile(value));
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.of("imagePullPolicy", "Always|IfNotPresent|Never"),
          Rule.of("protocol", "TCP|UDP|SCTP"),
          Rule.of("pathType", "Exact|Prefix|ImplementationSpecific"),
          Rule.of("whenUnsatisfiable", "DoNotSchedule|ScheduleAnyway"),
          Rule.of("effect", "NoSchedule|PreferNoSchedule|NoExecute"),
          Rule.of("tolerations\\.\\d+\\.operator", "Exists|Equal"),
          Rule.of("matchExpressions\\.\\d+\\.operator", "In|NotIn|Exists|DoesNotExist|Gt|Lt"),
          Rule.of("policyTypes\\.\\d+", "Ingress|Egress"),
          Rule.of(
              "accessModes\\.\\d+", "ReadWriteOnce|ReadOnlyMany|ReadWriteMany|ReadWriteOncePod"),
          Rule.of("persistentVolumeReclaimPolicy", "Retain|Delete"),
          Rule.of("sessionAffinity", "ClientIP|None"),
          Rule.of("strategy\\.type", "RollingUpdate|Recreate"),
          Rule.of("seccompProfile\\.type", "RuntimeDefault|Localhost"),
          Rule.of("metrics\\.\\d+\\.type", "Resource|Pods|Object|External|ContainerResource"),
          Rule.of("target\\.type", "Utilization|Value|AverageValue"),
          Rule.of("policies\\.\\d+\\.type", "Pods|Percent"),
          Rule.of("Service\\.spec\\.type", "ClusterIP|NodePort|LoadBalancer"),
          Rule.of("(requests|limits|capacity)\\.[a-z]+", QUANTITY),
          // A whole number: a device cannot be split.
          Rule.of("(requests|limits)\\.[a-z.]+/[a-z]+", "\\d+"),
          Rule.of("(sizeLimit|averageValue)", QUANTITY),
          Rule.of("containerPort", PORT_NUMBER),
          Rule.of("(port|targetPort)", PORT_NUMBER + "|(?=.*[a-z])(?=.{1,15}$)" + NAME),
          Rule.of("nodePort", "3[0-1]\\d{3}|32[0-6]\\d{2}|327[0-5]\\d|3276[0-7]"),
          Rule.of("(maxSurge|maxUnavailable)", "\\d+%?"),
          Rule.of("(replicas|minReplicas|maxReplicas)", "\\d+"),
          Rule.of("(periodSeconds|timeoutSeconds|failureThreshold)", "[1-9]\\d*"),
          Rule.of("metadata\\.name", NAME + "(\\." + NAME + ")*"),
          Rule.of("containers\\.\\d+\\.name", NAME),
          Rule.of("env\\.\\d+\\.name", "[-._a-zA-Z][-._a-zA-Z0-9]*"),
          Rule.of("(labels|matchLabels|nodeSelector)\\..*", LABEL + "|"));

  private static final Pattern QUANTITIES =
      Pattern.compile(".*\\.((requests|limits|capacity)\\.[^\\[]+|sizeLimit|averageValue)");

  private Values() {}

  /** Whether a field is a quantity, which has several notations. */
  static boolean isQuantity(String path) {
    return QUANTITIES.matcher(path).matches();
  }

  /** The errors of an object's values; empty if there are none. */
  static List<String> errors(Map<String, Object> object) {
    List<String> errors = new ArrayList<>();
    check("." + object.get("kind"), object, errors);
    return errors;
  }

  private static void check(String path, Object value, List<String> errors) {
    if (value instanceof Map<?, ?> map) {
      if (path.matches(".*\\.(labels|matchLabels|nodeSelector)")) {
        map.keySet().forEach(key -> expect(path + " key", key, Pattern.compile(LABEL_KEY), errors));
      }
      if (path.endsWith(".resources")) {
        requestsWithinLimits(path, map, errors);
      }
      map.forEach((key, each) -> check(path + "." + key, each, errors));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        check(path + "." + i, list.get(i), errors);
      }
    } else {
      RULES.stream()
          .filter(rule -> rule.path().matcher(path).matches())
          .forEach(rule -> expect(path, value, rule.value(), errors));
    }
  }

  private static void expect(String path, Object value, Pattern expected, List<String> errors) {
    if (!expected.matcher(String.valueOf(value)).matches()) {
      errors.add("%s: %s (expected: %s)".formatted(path, value, expected));
    }
  }

  private static void requestsWithinLimits(String path, Map<?, ?> resources, List<String> errors) {
    if (resources.get("requests") instanceof Map<?, ?> requests
        && resources.get("limits") instanceof Map<?, ?> limits) {
      requests.forEach(
          (name, request) -> {
            if (limits.containsKey(name) && more(request, limits.get(name))) {
              errors.add("%s: more %s is requested than allowed".formatted(path, name));
            }
          });
    }
  }

  private static boolean more(Object request, Object limit) {
    if (!(request + " " + limit).matches(QUANTITY + " " + QUANTITY)) {
      return false; // Told elsewhere.
    }
    return Quantity.fromString(String.valueOf(request))
            .getNumber()
            .compareTo(Quantity.fromString(String.valueOf(limit)).getNumber())
        > 0;
  }
}
