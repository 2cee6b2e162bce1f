package dev.lukis.app;

import io.netty.util.internal.PlatformDependent;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.util.Map;

/** {@code /bench/held}: what a server under measurement holds, after garbage collection. */
@Singleton
class BenchRoutes {
  private static final double MEGABYTE = 1 << 20;

  void routes(@Observes Router router, ModelStartup startup, Vertx vertx) {
    router
        .get("/bench/held")
        .blockingHandler(
            context -> {
              System.gc();
              context.json(
                  new JsonObject()
                      .put("sessions", startup.painting().orElseThrow().dispatcher().sessions())
                      .put("timers", timers(vertx))
                      .put("heapMegabytes", heap() / MEGABYTE)
                      .put("directMegabytes", direct() / MEGABYTE));
            });
  }

  private static long heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long direct() {
    return PlatformDependent.usedDirectMemory()
        + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
  }

  // Vert.x does not tell how many timers are set; the field is its own.
  private static Object timers(Vertx vertx) {
    try {
      Field timeouts = vertx.getClass().getDeclaredField("timeouts");
      timeouts.setAccessible(true);
      return ((Map<?, ?>) timeouts.get(vertx)).size();
    } catch (ReflectiveOperationException | RuntimeException e) {
      return "n/a";
    }
  }
}
