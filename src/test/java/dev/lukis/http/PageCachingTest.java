package dev.lukis.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers keep, on a document and files that stand in for the page's. */
@QuarkusTest
class PageCachingTest {
  @TestHTTPResource("/")
  URI base;

  private HttpResponse<String> ask(String method, String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "/, no-cache",
    "/index.html, no-cache",
    "/assets/stand-in-12345678.js, 'public, max-age=31536000, immutable'",
    "/stand-in.txt, 'public, max-age=3600'",
    "/page.json, no-cache",
  })
  void onlyFilesWithAHashInTheirNamesAreKeptUnasked(String path, String caching) throws Exception {
    for (String method : new String[] {"GET", "HEAD"}) {
      HttpResponse<String> answer = ask(method, path);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().allValues("Cache-Control")).containsExactly(caching);
    }
  }

  @Test
  void theDocumentIsSentAnewOnlyWhenItHasChanged() throws Exception {
    String tag = ask("GET", "/").headers().firstValue("ETag").orElseThrow();
    assertThat(ask("GET", "/", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(ask("GET", "/", "If-None-Match", "W/" + tag).statusCode()).isEqualTo(304);
    HttpResponse<String> changed = ask("GET", "/", "If-None-Match", "\"of-another-build\"");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).contains("stand-in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/page.json"})
  void headSaysTheLengthAndSendsNothing(String path) throws Exception {
    HttpResponse<String> head = ask("HEAD", path);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length"))
        .hasValue(ask("GET", path).body().length());
  }

  @Test
  void aDocumentInPlaceOfAMissingFileIsNotKept() {
    assertThat(PageCaching.caching("/assets/gone.js", "text/html;charset=UTF-8"))
        .isEqualTo("no-cache");
  }
}
