package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.testing.HttpAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keys and tokens, on the socket and over HTTP. */
@QuarkusTest
@TestProfile(IdentityTest.Asked.class)
class IdentityTest {
  private static final String KEY = "a-key-for-the-tests-only";
  private static final String NOT_A_KEY = "a-key-for-nobody-at-all";

  private static final KeyPair STRANGER = keys();

  @TestHTTPResource("/")
  URI base;

  @Inject MeterRegistry registry;

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks for a key or a token. */
  public static final class Asked implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      KeyPair provider = keys();
      String secret = Base64.getEncoder().encodeToString(provider.getPrivate().getEncoded());
      // Quarkus loads profile and test with different class loaders.
      System.setProperty("test.provider", secret);
      return Map.of(
          "lukis.identity.api-keys",
          KEY,
          "lukis.identity.oidc",
          "true",
          "quarkus.oidc.public-key",
          Base64.getEncoder().encodeToString(provider.getPublic().getEncoded()));
    }
  }

  private static String token(Duration life) throws Exception {
    byte[] secret = Base64.getDecoder().decode(System.getProperty("test.provider"));
    var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(secret));
    long now = System.currentTimeMillis() / 1000;
    return Jwt.subject("somebody").issuedAt(now - 7200).expiresAt(now + life.toSeconds()).sign(key);
  }

  private static String subprotocol(String header, String value) {
    String asked = "quarkus-http-upgrade#" + header + "#" + value;
    return "Sec-WebSocket-Protocol: lukis.v1, "
        + URLEncoder.encode(asked, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void withoutAnythingTheUpgradeIsRefusedWithWhatWasExpected() throws IOException {
    HttpAnswer answer = HttpAnswer.toUpgrade(base);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("expected: a key or a bearer token");
    assertThat(answer.head())
        .containsIgnoringCase("Lukis-Refused: identity")
        .containsIgnoringCase("WWW-Authenticate: Bearer, ApiKey");
  }

  @Test
  void aPlainQuestionIsAnsweredAlikeAndIsNoRefusal() throws Exception {
    HttpAnswer.toUpgrade(base);
    double before = refused();
    assertThat(ask(null).statusCode()).isEqualTo(401);
    assertThat(ask(null).headers().firstValue("Lukis-Refused")).contains("identity");
    assertThat(ask(KEY).statusCode()).isEqualTo(426);
    assertThat(refused()).isEqualTo(before);
    HttpAnswer.toUpgrade(base);
    assertThat(refused()).isEqualTo(before + 1);
  }

  private HttpResponse<Void> ask(@Nullable String key) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/live"));
    if (key != null) {
      request.header("X-API-Key", key);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
  }

  private double refused() {
    return registry.get("lukis.refused").tag("reason", "identity").counter().count();
  }

  @Test
  void aConfiguredKeyIsAcceptedAndAnotherIsNot() throws IOException {
    assertThat(HttpAnswer.toUpgrade(base, "X-API-Key: " + KEY).status()).isEqualTo(101);
    assertThat(HttpAnswer.toUpgrade(base, "X-API-Key: " + NOT_A_KEY).status()).isEqualTo(401);
    assertThat(HttpAnswer.toUpgrade(base, subprotocol("X-API-Key", KEY)).status()).isEqualTo(101);
    assertThat(HttpAnswer.toUpgrade(base, "Authorization: ApiKey " + KEY).status()).isEqualTo(101);
  }

  @Test
  void aTokenIsAcceptedInTheHeaderAndInTheSubprotocolThatBrowsersCanSend() throws Exception {
    String token = token(Duration.ofMinutes(5));
    assertThat(HttpAnswer.toUpgrade(base, "Authorization: Bearer " + token).status())
        .isEqualTo(101);
    assertThat(HttpAnswer.toUpgrade(base, subprotocol("Authorization", "Bearer " + token)).status())
        .isEqualTo(101);
  }

  @Test
  void aKeyIsAcceptedAsABearerTokenThoughTheProviderDoesNotKnowIt() throws Exception {
    assertThat(HttpAnswer.toUpgrade(base, "Authorization: Bearer " + KEY).status()).isEqualTo(101);
    assertThat(HttpAnswer.toUpgrade(base, "Authorization: Bearer " + NOT_A_KEY).status())
        .isEqualTo(401);
  }

  @Test
  void aTokenThatHasExpiredOrHasAnotherSignatureIsRefused() throws Exception {
    String expired = token(Duration.ofHours(-1));
    assertThat(HttpAnswer.toUpgrade(base, "Authorization: Bearer " + expired).status())
        .isEqualTo(401);
    String forged = Jwt.subject("somebody").expiresIn(300).sign(STRANGER.getPrivate());
    assertThat(
            HttpAnswer.toUpgrade(base, subprotocol("Authorization", "Bearer " + forged)).status())
        .isEqualTo(401);
  }

  @Test
  void sharingAsksTooAndThePageDoesNot() throws Exception {
    assertThat(share(null)).isEqualTo(401);
    assertThat(share(KEY)).isEqualTo(404);
    HttpRequest page = HttpRequest.newBuilder(base.resolve("/page.json")).build();
    assertThat(HttpClient.newHttpClient().send(page, BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);
  }

  private int share(@Nullable String key) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("/share"))
            .POST(BodyPublishers.ofString("{\"session\":\"nobody\",\"image\":1}"));
    if (key != null) {
      request.header("X-API-Key", key);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}
