package dev.lukis.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.model.files.ModelException;
import dev.lukis.testing.RememberedLog;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FatalErrorsTest {
  private final AtomicInteger exits = new AtomicInteger();
  private final FatalErrors errors = new FatalErrors(exits::incrementAndGet);

  private String logged(Throwable failure) {
    try (RememberedLog log = new RememberedLog()) {
      errors.accept(failure);
      assertThat(exits).hasValue(1);
      assertThat(errors.occurred()).isTrue();
      assertThat(log.messages()).hasSize(1);
      return log.messages().get(0);
    }
  }

  @Test
  void aLibraryThatCannotBeLoadedIsOneLineThatNamesTheTemporaryFolder() {
    Error cause = new UnsatisfiedLinkError("/tmp/x/libonnxruntime.so: Operation not permitted");
    assertThat(logged(new ExceptionInInitializerError(cause)))
        .contains("libonnxruntime.so", "java.io.tmpdir: " + System.getProperty("java.io.tmpdir"));
  }

  @Test
  void anErrorIsOneLine() {
    assertThat(logged(new OutOfMemoryError("Java heap space"))).contains("Java heap space");
  }

  @Test
  void whatIsWrongWithTheConfigurationIsSaidWhereverItIsWrapped() {
    ConfigurationException cause = new ConfigurationException("lukis.model: none");
    assertThat(logged(new IllegalStateException(cause))).isEqualTo("lukis.model: none");
  }

  @Test
  void whatIsWrongWithTheModelIsSaidWhereverItIsWrapped() {
    ModelException cause = new ModelException("unet: cannot be run (expected: weights that fit)");
    assertThat(logged(new IllegalStateException(cause)))
        .isEqualTo("unet: cannot be run (expected: weights that fit)");
  }

  @Test
  void anErrorThatEndsAThreadEndsTheProcess() throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              throw new StackOverflowError("too deep");
            });
    thread.setUncaughtExceptionHandler(errors::uncaught);
    thread.start();
    thread.join();
    assertThat(exits).hasValue(1);
    assertThat(errors.occurred()).isTrue();
  }
}
