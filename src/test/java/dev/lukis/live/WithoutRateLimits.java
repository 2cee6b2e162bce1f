package dev.lukis.live;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** As many messages as a test can send: what comes too fast would be dropped unread. */
public class WithoutRateLimits implements QuarkusTestProfile {
  private static final String MANY = "1e9";
  private static final String MUCH = "1G";

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> overrides = new HashMap<>(more());
    for (String whose : new String[] {"session", "address"}) {
      String prefix = "lukis.admission." + whose + ".";
      overrides.put(prefix + "messages", MANY);
      overrides.put(prefix + "messages-burst", MANY);
      overrides.put(prefix + "bytes", MUCH);
      overrides.put(prefix + "bytes-burst", MUCH);
    }
    return overrides;
  }

  /** What a test sets beside. */
  Map<String, String> more() {
    return Map.of();
  }
}
