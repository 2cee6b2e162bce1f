package dev.lukis.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The programs of the image in which the model is fetched. Stateless. */
final class Busybox {
  // Nothing but what the script is known to use, so that it cannot lean on this machine's programs.
  private static final List<String> APPLETS =
      List.of("cat", "mkdir", "mv", "rm", "sh", "sha256sum", "tar", "wget");

  private Busybox() {}

  /** Fills a folder that may be all of a PATH; skips the test where there is no busybox. */
  static Path applets(Path folder) {
    Tool.wish("busybox");
    Path busybox = Tool.find("busybox").orElseThrow();
    try {
      Files.createDirectories(folder);
      for (String name : APPLETS) {
        Path applet = folder.resolve(name);
        Files.writeString(applet, "#!/bin/sh\nexec %s %s \"$@\"\n".formatted(busybox, name));
        applet.toFile().setExecutable(true);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
