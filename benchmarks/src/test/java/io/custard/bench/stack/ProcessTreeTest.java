package io.custard.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {

  @Test
  void readsCpuTimeBehindAnyCommandName() {
    String stat = "12 (a) b (c) S 1 12 12 0 -1 4194560 1 2 3 4 150 25 7 8 20 0 1 0 99 1 1";

    assertThat(ProcessTree.ticks(stat)).isEqualTo(175);
  }

  @Test
  void readsMemoryOfTheStatusFile() {
    List<String> status = List.of("VmRSS:\t  300 kB", "RssAnon:\t  200 kB");

    assertThat(ProcessTree.kib(status, "RssAnon:")).isEqualTo(200);
    assertThat(ProcessTree.kib(status, "RssShmem:")).isZero();
  }

  @Test
  void measuresThisProcess() throws Exception {
    ProcessTree self = new ProcessTree(ProcessHandle.current().pid(), Set.of());

    assertThat(self.residentMib()).isPositive();
    assertThat(self.cpuSeconds()).isPositive();
  }

  @Test
  void costsNothingOnceItEnded() throws Exception {
    // Given
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();

    // When
    ProcessTree tree = new ProcessTree(ended.pid(), Set.of());

    // Then
    assertThat(tree.residentMib()).isZero();
    assertThat(tree.cpuSeconds()).isZero();
  }
}
