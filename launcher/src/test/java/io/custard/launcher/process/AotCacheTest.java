package io.custard.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
  @TempDir Path caches;
  @TempDir Path application;

  @BeforeEach
  void writeJar() throws Exception {
    Files.writeString(application.resolve("quarkus-run.jar"), "first build");
  }

  @Test
  void firstRunRecordsAndTheNextUsesIt() throws Exception {
    AotCache first = AotCache.of(caches, "auth-service", application);
    Files.writeString(recordedFile(first), "cache");

    first.keep();

    AotCache second = AotCache.of(caches, "auth-service", application);
    assertThat(first.isRecording()).isTrue();
    assertThat(second.isRecording()).isFalse();
    assertThat(second.flags().getFirst()).startsWith("-XX:AOTCache=");
  }

  @Test
  void anotherBuildRecordsAnewAndForgetsTheOld() throws Exception {
    AotCache old = AotCache.of(caches, "auth-service", application);
    Files.writeString(recordedFile(old), "cache");
    old.keep();
    Path foreign = Files.writeString(caches.resolve("cli-0123456789abcdef.aot"), "theirs");
    Files.writeString(application.resolve("quarkus-run.jar"), "second, longer build");

    AotCache fresh = AotCache.of(caches, "auth-service", application);
    Files.writeString(recordedFile(fresh), "cache");
    fresh.keep();

    assertThat(fresh.isRecording()).isTrue();
    assertThat(caches).isDirectoryContaining(path -> path.equals(foreign));
    assertThat(caches.toFile().list()).hasSize(2);
  }

  @Test
  void aSecondProcessUsesItAndNeverRecords() throws Exception {
    AotCache before = AotCache.of(caches, "agent-gateway", application).readOnly();
    AotCache first = AotCache.of(caches, "agent-gateway", application);
    Files.writeString(recordedFile(first), "cache");
    before.discard();
    first.keep();

    AotCache after = AotCache.of(caches, "agent-gateway", application).readOnly();

    assertThat(before.isRecording()).isFalse();
    assertThat(before.flags()).isEmpty();
    assertThat(after.flags().getFirst()).startsWith("-XX:AOTCache=");
  }

  @Test
  void discardLeavesNothing() throws Exception {
    AotCache cache = AotCache.of(caches, "auth-service", application);
    Files.writeString(recordedFile(cache), "half");

    cache.discard();

    assertThat(caches).isEmptyDirectory();
  }

  private static Path recordedFile(AotCache cache) {
    return Path.of(cache.flags().getFirst().replace("-XX:AOTCacheOutput=", ""));
  }
}
