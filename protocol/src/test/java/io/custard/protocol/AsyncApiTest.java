package io.custard.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Regenerate the document with {@code -Dcustard.regenerate=true}. */
class AsyncApiTest {
  private static final Path DOCUMENT = Path.of("../docs/asyncapi.json");

  @Test
  void theDocumentSaysWhatTheRecordsSay() throws Exception {
    String generated =
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writeValueAsString(new AsyncApi().document())
            + "\n";
    if (Boolean.getBoolean("custard.regenerate")) {
      Files.writeString(DOCUMENT, generated);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(generated);
  }
}
