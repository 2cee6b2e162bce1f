package dev.lukis.web;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Keeps the kernel's send buffers small: by default they take in hundreds of images for a client
 * that reads slowly, all of which are stale when they arrive.
 */
@Singleton
class SocketOptions implements HttpServerOptionsCustomizer {
  private static final int SEND_BUFFER_BYTES = 64 * 1024;

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setSendBufferSize(SEND_BUFFER_BYTES);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    options.setSendBufferSize(SEND_BUFFER_BYTES);
  }
}
