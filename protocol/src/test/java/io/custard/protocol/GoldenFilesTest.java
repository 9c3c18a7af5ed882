package io.custard.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.GatewayFrame;
import io.custard.protocol.event.Command;
import io.custard.protocol.event.IdentityEvent;
import io.custard.protocol.event.LinkEvent;
import io.custard.protocol.event.Reply;
import io.custard.protocol.event.SchemaEvent;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message has one file that shows its form on the wire; a changed file is a changed protocol.
 * New messages: run with -Dcustard.regenerate=true, look at what came, commit it.
 */
class GoldenFilesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final List<Class<?>> FAMILIES =
      List.of(
          AgentFrame.class,
          GatewayFrame.class,
          Command.class,
          Reply.class,
          LinkEvent.class,
          SchemaEvent.class,
          IdentityEvent.class);

  /** As strict as Jackson can be about fields, so that tolerance must come from the records. */
  private final ObjectMapper json = new ObjectMapper();

  static Stream<Object> samples() {
    return Samples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void writesAndReadsItsGoldenFile(Object message) throws IOException {
    String written =
        json.writerWithDefaultPrettyPrinter().forType(family(message)).writeValueAsString(message);
    Path file = file(message);
    if (Boolean.getBoolean("custard.regenerate")) {
      Files.writeString(file, written + "\n");
    }

    assertThat(written + "\n").isEqualTo(Files.readString(file));
    assertThat((Object) json.readValue(file.toFile(), family(message))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void ignoresFieldsOfLaterVersions(Object message) throws IOException {
    ObjectNode tree = (ObjectNode) json.readTree(file(message).toFile());
    tree.put("addedLater", "x");

    assertThat((Object) json.treeToValue(tree, family(message))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void absentOptionalFieldsStayAbsent(Object message) throws IOException {
    ObjectNode tree = (ObjectNode) json.readTree(file(message).toFile());
    List<String> optional =
        Arrays.stream(message.getClass().getRecordComponents())
            .filter(part -> part.getAnnotatedType().isAnnotationPresent(Nullable.class))
            .map(RecordComponent::getName)
            .toList();
    tree.remove(optional);

    Object read = json.treeToValue(tree, family(message));

    JsonNode again = json.readTree(json.writerFor(family(message)).writeValueAsString(read));
    assertThat(again).isEqualTo(tree);
  }

  @Test
  void everyMessageHasASample() {
    List<Class<?>> messages =
        FAMILIES.stream()
            .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
            .<Class<?>>map(type -> type)
            .toList();

    assertThat(Samples.all().stream().<Class<?>>map(Object::getClass).toList())
        .containsAll(messages)
        .doesNotHaveDuplicates();
  }

  private static Class<?> family(Object message) {
    return FAMILIES.stream()
        .filter(family -> family.isInstance(message))
        .findFirst()
        .orElse(message.getClass());
  }

  private static Path file(Object message) {
    return GOLDEN.resolve(message.getClass().getSimpleName() + ".json");
  }
}
