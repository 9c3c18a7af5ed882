package io.custard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Compares a service's API description with the one in {@code docs/openapi}, with names in order.
 * Run with {@code -Dcustard.regenerate=true} it is written anew.
 */
public final class ApiDocument {
  private static final Path DOCUMENTS = Path.of("../docs/openapi");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private ApiDocument() {}

  /** The description as the service gives it must be the one that is checked in. */
  public static void assertCheckedIn(String service, String given) throws IOException {
    Path file = DOCUMENTS.resolve(service + ".json");
    String expected = inOrder(given);
    if (Boolean.getBoolean("custard.regenerate")) {
      Files.createDirectories(DOCUMENTS);
      Files.writeString(file, expected);
    }
    assertThat(file).as("run with -Dcustard.regenerate=true").content().isEqualTo(expected);
  }

  /** Without the resources that tests add to a service. */
  private static String inOrder(String given) throws JsonProcessingException {
    ObjectNode document = (ObjectNode) JSON.readTree(given);
    document
        .withObject("/paths")
        .properties()
        .removeIf(path -> path.getKey().startsWith("/testing/"));
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return JSON.writer(
                new DefaultPrettyPrinter().withArrayIndenter(lines).withObjectIndenter(lines))
            .writeValueAsString(JSON.treeToValue(document, Map.class))
        + "\n";
  }
}
