package dev.lukis.model.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineMemoryTest {
  private static final long MEGABYTE = 1 << 20;

  @TempDir Path root;

  @BeforeEach
  void aMachineWithOneGigabyteFree() throws IOException {
    write("proc/meminfo", "MemTotal: 9000000 kB\nMemAvailable: 1048576 kB\nSwapFree: 0 kB\n");
    group("0::/pod/container\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void group(String lines) throws IOException {
    write("proc/self/cgroup", lines);
  }

  private void version2(String path, String max, long currentMb, String stat) throws IOException {
    write("sys/fs/cgroup" + path + "/memory.max", max + "\n");
    write("sys/fs/cgroup" + path + "/memory.current", currentMb * MEGABYTE + "\n");
    write("sys/fs/cgroup" + path + "/memory.stat", stat);
  }

  private static String mb(long count) {
    return Long.toString(count * MEGABYTE);
  }

  private void assertAvailable(long megabytes) {
    assertThat(new MachineMemory(root).available())
        .isEqualTo(OptionalLong.of(megabytes * MEGABYTE));
  }

  @Test
  void withoutAGroupTheMachineTells() {
    assertAvailable(1024);
  }

  @Test
  void pageCacheOfAGroupIsFree() throws IOException {
    String cache =
        "anon 1\ninactive_file "
            + mb(300)
            + "\nactive_file "
            + mb(70)
            + "\nslab_reclaimable "
            + mb(20)
            + "\n";
    version2("/pod/container", mb(512), 500, cache);
    assertAvailable(512 - (500 - 390));
  }

  @Test
  void theLimitOfAGroupAboveHoldsToo() throws IOException {
    version2("/pod", mb(256), 56, "");
    version2("/pod/container", "max", 10, "");
    assertAvailable(200);
  }

  @Test
  void aGroupIsSlowedDownAboveItsHighMark() throws IOException {
    version2("/pod/container", "max", 40, "");
    write("sys/fs/cgroup/pod/container/memory.high", mb(140));
    assertAvailable(100);
  }

  @Test
  void inAContainerWithoutAPathOfItsOwnTheRootTells() throws IOException {
    group("0::/../../host/path\n");
    version2("", mb(300), 100, "");
    assertAvailable(200);
  }

  @Test
  void groupsOfVersionOneAreSeen() throws IOException {
    group("5:cpu,cpuacct:/a\n4:memory:/docker/abc\n");
    write("sys/fs/cgroup/memory/docker/abc/memory.limit_in_bytes", mb(400));
    write("sys/fs/cgroup/memory/docker/abc/memory.usage_in_bytes", mb(390));
    write(
        "sys/fs/cgroup/memory/docker/abc/memory.stat",
        "total_inactive_file " + mb(200) + "\ntotal_active_file " + mb(50) + "\n");
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712");
    write("sys/fs/cgroup/memory/memory.usage_in_bytes", mb(4000));
    assertAvailable(400 - (390 - 250));
  }

  @Test
  void anUnreadableNumberSetsNoLimit() throws IOException {
    version2("/pod/container", "lots", 10, "");
    assertAvailable(1024);
    write("proc/meminfo", "nothing\n");
    assertThat(new MachineMemory(root).available()).isEmpty();
  }

  @Test
  void aModelThatCannotFitIsRefusedWithBothNumbers() {
    MemoryCheck.require("m", 19 * MEGABYTE, OptionalLong.of(19 * MEGABYTE));
    MemoryCheck.require("m", 19 * MEGABYTE, OptionalLong.empty());
    assertThatThrownBy(() -> MemoryCheck.require("m", 19 * MEGABYTE, OptionalLong.of(8 * MEGABYTE)))
        .hasMessage(
            "m: its weights take 19 MB (expected: at most the 8 MB of memory that are free)");
  }
}
