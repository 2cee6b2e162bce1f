package dev.lukis.live;

import dev.lukis.admission.AdmissionQueue;
import dev.lukis.admission.ClientAddresses;
import dev.lukis.admission.Rate;
import dev.lukis.admission.Rates;
import dev.lukis.config.AdmissionConfig;

/** Builds the types of package {@code admission} from the configuration. Stateless. */
final class AdmissionFactory {
  private AdmissionFactory() {}

  static AdmissionQueue queue(AdmissionConfig config) {
    boolean queue = config.whenFull() == AdmissionConfig.WhenFull.QUEUE;
    return new AdmissionQueue(config.sessions(), queue ? config.waiting() : 0);
  }

  static ClientAddresses addresses(AdmissionConfig config) {
    AdmissionConfig.PerConnection one = config.session();
    AdmissionConfig.PerAddress all = config.address();
    return new ClientAddresses(
        config.connectionsPerAddress(),
        new Rates(
            new Rate(all.messages(), all.messagesBurst()),
            new Rate(all.bytes().asLongValue(), all.bytesBurst().asLongValue())),
        new Rates(
            new Rate(one.messages(), one.messagesBurst()),
            new Rate(one.bytes().asLongValue(), one.bytesBurst().asLongValue())));
  }
}
