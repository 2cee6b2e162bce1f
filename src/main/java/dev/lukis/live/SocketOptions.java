package dev.lukis.live;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Keeps the kernel's send buffers small: by default they take in hundreds of images for a client
 * that reads slowly, all of which are stale when they arrive. Nor is the older way to compress
 * frames agreed to, which Quarkus leaves on: with it, no reserved bit is an error, and few bytes
 * inflate to many.
 */
@Singleton
class SocketOptions implements HttpServerOptionsCustomizer {
  private static final int SEND_BUFFER_BYTES = 64 * 1024;

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    customize(options);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    customize(options);
  }

  private static void customize(HttpServerOptions options) {
    options.setSendBufferSize(SEND_BUFFER_BYTES);
    options.setPerFrameWebSocketCompressionSupported(false);
    options.setPerMessageWebSocketCompressionSupported(false);
  }
}
