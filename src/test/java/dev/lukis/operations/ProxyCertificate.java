package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate of {@code paint.example}, as PEM files for a proxy. Immutable. */
final class ProxyCertificate {
  private static final String ALIAS = "proxy";
  private static final String PASSWORD = "of-a-test";

  private final KeyStore store;

  private ProxyCertificate(KeyStore store) {
    this.store = store;
  }

  /** Makes one, and writes {@code paint.example.crt} and {@code .key} into the folder. */
  static ProxyCertificate in(Path folder) throws IOException, GeneralSecurityException {
    Path file = folder.resolve("proxy.p12");
    Tool.Ended made =
        Tool.run(
            Map.of(),
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=paint.example",
            "-ext",
            "san=dns:paint.example",
            "-alias",
            ALIAS,
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD);
    assertThat(made.status()).as(made.output()).isZero();
    KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    pem(
        folder.resolve("paint.example.crt"),
        "CERTIFICATE",
        store.getCertificate(ALIAS).getEncoded());
    pem(
        folder.resolve("paint.example.key"),
        "PRIVATE KEY",
        store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
    return new ProxyCertificate(store);
  }

  private static void pem(Path file, String kind, byte[] content) throws IOException {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, base64, kind));
  }

  /** Sockets that trust this certificate alone. */
  SSLSocketFactory sockets() throws GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try {
      trusted.load(null, null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    trusted.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }
}
