package dev.lukis.web;

import dev.lukis.admission.AddressBook;
import dev.lukis.admission.Rate;
import dev.lukis.admission.Rates;
import dev.lukis.admission.Turnstile;

/** Configuration as what the package {@code admission} works with. Stateless. */
final class Admission {
  private Admission() {}

  static Turnstile turnstile(AdmissionConfig config) {
    boolean queue = config.whenFull() == AdmissionConfig.WhenFull.QUEUE;
    return new Turnstile(config.sessions(), queue ? config.waiting() : 0);
  }

  static AddressBook addresses(AdmissionConfig config) {
    AdmissionConfig.PerConnection one = config.session();
    AdmissionConfig.PerAddress all = config.address();
    return new AddressBook(
        config.connectionsPerAddress(),
        new Rates(
            new Rate(all.messages(), all.messagesBurst()),
            new Rate(all.bytes().asLongValue(), all.bytesBurst().asLongValue())),
        new Rates(
            new Rate(one.messages(), one.messagesBurst()),
            new Rate(one.bytes().asLongValue(), one.bytesBurst().asLongValue())));
  }
}
