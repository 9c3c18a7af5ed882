package io.custard.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  @TempDir private Path folder;

  @Test
  void readsTheSharedCorpusBesideTheCheckout() throws Exception {
    write(
        "shared/corpora/guard-dev.jsonl",
        """
        {"dialect":"mysql","sql":"SELECT\\n1","label":"accept","why":"plain","source":"x"}
        {"dialect":"trino","sql":"SELECT 2","label":"reject","why":"resource: wide","source":"x"}
        """);

    Corpus corpus = Corpus.find(folder.resolve("work").resolve("checkout"));

    assertThat(corpus.source()).isEqualTo("shared");
    assertThat(corpus.statements())
        .containsExactly(
            new Labelled(Dialect.MYSQL, "SELECT\n1", true, "plain"),
            new Labelled(Dialect.TRINO, "SELECT 2", false, "resource: wide"));
    assertThat(corpus.statements().getLast().isOnlyCostly()).isTrue();
  }

  @Test
  void fallsBackToTheStatementsOfTheGuardsOwnTests() throws Exception {
    String own = "sql-guard/src/test/resources/corpus/";
    write(own + "accept/sqlite.sql", "# reads\n\nSELECT 1 -- a⏎+ 2\n");
    write(own + "reject/sqlite.sql", "SQL_NOT_READ_ONLY DROP TABLE t\n");

    Corpus corpus = Corpus.find(folder);

    assertThat(corpus.source()).isEqualTo("own");
    assertThat(corpus.statements())
        .containsExactly(
            new Labelled(Dialect.SQLITE, "SELECT 1 -- a\n+ 2", true, ""),
            new Labelled(Dialect.SQLITE, "DROP TABLE t", false, ""));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
