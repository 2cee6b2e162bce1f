package dev.lukis.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The programs of the busybox image that downloads the model. Stateless. */
final class Busybox {
  // Only the programs that the script may use, so that it cannot depend on this machine's programs.
  private static final List<String> APPLETS =
      List.of("cat", "mkdir", "mv", "rm", "sh", "sha256sum", "tar", "wget");

  private Busybox() {}

  /** Fills a folder that can be the whole PATH. Skips the test if busybox is not installed. */
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
