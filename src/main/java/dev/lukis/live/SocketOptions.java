package dev.lukis.live;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Keeps the kernel's send buffers small: the default holds hundreds of images for a slow client,
 * all stale on arrival. Also disables WebSocket compression, which Quarkus leaves partly enabled:
 * it would accept reserved bits, and few bytes could inflate to many.
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
