package dev.lukis.model.hub;

import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Every message about a request that failed: one line, with what to do. Stateless. */
final class HubFailures {
  private static final String WAYS_OUT =
      "network access to the Hub; a mirror goes into HF_ENDPOINT, a proxy into https_proxy, and"
          + " HF_HUB_OFFLINE=1 uses the cache alone";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int LONGEST = 200;

  private HubFailures() {}

  /** Of a request that got no answer, or one that the server could not give. */
  static ModelException network(String what, IOException failure) {
    return new ModelException(
        what + ": " + reason(failure) + " (expected: " + WAYS_OUT + ")", failure);
  }

  private static String reason(IOException failure) {
    String message = printable(String.valueOf(failure.getMessage()));
    if (failure instanceof Retries.PassingException) {
      return message;
    }
    if (failure instanceof UnknownHostException) {
      return "the name " + message + " cannot be resolved";
    }
    if (failure instanceof SocketTimeoutException) {
      return "no answer in time (" + message + ")";
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return "no connection (" + message + ")";
    }
    if (failure instanceof SSLException) {
      return "no trusted encryption (" + message + ")";
    }
    return "the connection failed (" + message + ")";
  }

  /** Of an answer that refuses. */
  static ModelException refused(HubSettings settings, HubReference reference, HubAnswer answer) {
    String code = answer.header("X-Error-Code").orElse("");
    String message = printable(answer.header("X-Error-Message").orElse(""));
    String page = settings.page(reference.repository());
    if (code.equals("GatedRepo")) {
      return refused(
          reference,
          "access is restricted",
          "accept its licence on " + page + ", then set HF_TOKEN to a token of that account");
    }
    if (message.contains("Invalid credentials") || message.contains("Invalid username")) {
      return refused(
          reference, "HF_TOKEN is not accepted", "a valid token, or none for public repositories");
    }
    if (message.contains("Access to this resource is disabled")) {
      return refused(reference, "the Hub has disabled it", "another repository");
    }
    if (code.equals("RevisionNotFound")) {
      return refused(
          reference,
          "the revision " + reference.revision() + " does not exist",
          "a branch, a tag or a commit that " + page + " lists");
    }
    if (code.equals("EntryNotFound")) {
      return refused(reference, "a file is missing", "a file that " + page + " lists");
    }
    if (isUnknown(answer.status(), code)) {
      return refused(
          reference,
          "neither a directory nor a repository that can be read",
          "a directory, or org/name as on "
              + settings.endpoint()
              + "; a private repository needs HF_TOKEN");
    }
    if (answer.status() == FORBIDDEN) {
      return refused(
          reference, "access is forbidden " + message, "a token in HF_TOKEN that may read " + page);
    }
    return refused(
        reference,
        "status " + answer.status() + " " + message,
        "an answer of the Hub's interface at " + settings.endpoint());
  }

  private static boolean isUnknown(int status, String code) {
    return code.equals("RepoNotFound") || status == UNAUTHORIZED || status == NOT_FOUND;
  }

  private static ModelException refused(HubReference reference, String found, String expected) {
    return new ModelException(reference + ": " + found.strip() + " (expected: " + expected + ")");
  }

  /** Of an answer that the Hub's interface does not allow. */
  static ModelException malformed(String what, String found, String expected) {
    return new ModelException(what + ": " + printable(found) + " (expected: " + expected + ")");
  }

  /** A server's words, as one line of limited length. */
  static String printable(String words) {
    String line = words.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
