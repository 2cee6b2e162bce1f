package dev.lukis.bench;

import java.util.HashMap;
import java.util.Map;

/** A server's counters at one moment, in Prometheus' text format. Those of one name are summed. */
public record Counters(Map<String, Double> values) {
  public static Counters parse(String text) {
    Map<String, Double> values = new HashMap<>();
    text.lines().filter(line -> line.startsWith("lukis_")).forEach(line -> add(values, line));
    return new Counters(values);
  }

  private static void add(Map<String, Double> values, String line) {
    int brace = line.indexOf('{');
    int blank = line.indexOf(' ', Math.max(line.lastIndexOf('}'), 0));
    String name = line.substring(0, brace < 0 ? blank : brace);
    String value = line.substring(blank).strip().split(" ", -1)[0];
    values.merge(name, Double.valueOf(value), Double::sum);
  }

  /** A gauge; 0 where there is no such gauge. */
  public double gauge(String name) {
    return values.getOrDefault(name, 0.0);
  }

  /** How much a counter has risen since; NaN where there is no such counter. */
  public double since(Counters before, String name) {
    Double now = values.get(name);
    return now == null ? Double.NaN : now - before.values.getOrDefault(name, 0.0);
  }
}
