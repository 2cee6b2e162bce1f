package dev.lukis.live.resumption;

import dev.lukis.config.LukisConfig;
import dev.lukis.resume.InMemoryResumeStore;
import dev.lukis.resume.ResumeStore;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Sessions to be resumed are kept in this process, unless another bean takes its place. */
class ResumeStoreProducer {
  ResumeStoreProducer() {}

  @Produces
  @Singleton
  @DefaultBean
  static ResumeStore<ResumableSession> store(LukisConfig config) {
    return new InMemoryResumeStore<>(
        config.resume().within(),
        config.resume().memory().asLongValue(),
        ResumableSession::bytes,
        System::nanoTime);
  }
}
