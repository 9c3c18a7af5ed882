package io.custard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.custard.protocol.QueryId;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.agent.RowsFrame;
import io.custard.protocol.event.CancelCommand;
import io.custard.protocol.event.CreditCommand;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole lives of agents one minor version older and one newer than ourselves, frozen in files: what
 * the agent says goes out as it stands there, and what the gateway says must be what stands there,
 * field by field. These files are never changed; a conversation that no longer works is a broken
 * promise.
 */
@QuarkusTest
class ConversationTest extends GatewayTestBase {
  private static final Path FILES = Path.of("src/test/resources/conversations");

  /** What the gateway says of its own accord at some time or other. */
  private static final Set<String> NEW_IN_MINOR_2 = Set.of("probe", "drain");

  /** A placeholder that stands for another value each time. */
  private static final String VARIES = "${timeout}";

  private final Map<String, String> names = new HashMap<>();
  private ScriptedAgent agent;
  private ReplyReader replies;
  private String instance;

  @ParameterizedTest
  @CsvSource({"minor-1.jsonl,agent-1", "minor-3.jsonl,agent-3"})
  void isHeldAsItWasFrozen(String file, String instanceId) throws Exception {
    instance = instanceId;
    agent = dialUntilKnown(connection, key);
    try (ReplyReader reading = new ReplyReader(kafka, REPLY_PARTITION)) {
      replies = reading;
      for (String line : Files.readAllLines(FILES.resolve(file))) {
        step(json.readTree(line));
      }
    }
    if (file.equals("minor-1.jsonl")) {
      assertThat(NEW_IN_MINOR_2).noneMatch(agent::came);
    }
  }

  private void step(JsonNode line) throws Exception {
    switch (line.path("from").asText()) {
      case "agent" -> say(line);
      case "asker" -> expectReplies(line.path("replies"));
      default -> expect(line);
    }
  }

  private void say(JsonNode line) {
    if (line.has("frame")) {
      agent.raw(filled(line.path("frame").toString()));
      return;
    }
    JsonNode rows = line.path("rows");
    agent.send(
        new RowsFrame(
            QueryId.fromString(filled(rows.path("queryId").asText())),
            RowEncoding.of(rows.path("encoding").asText()),
            rows.path("chunk").asInt(),
            rows.path("rows").asInt(),
            utf8(rows.path("payload").asText())));
  }

  private void expect(JsonNode line) throws Exception {
    if (line.path("closes").asBoolean()) {
      agent.awaitClose();
      return;
    }
    JsonNode wanted = line.path("frame");
    String type = wanted.path("type").asText();
    command(type, wanted);
    compare(wanted, agent.awaitInAnyOrder(type));
  }

  /** What others ask for that makes the gateway send such a frame. */
  private void command(String type, JsonNode wanted) throws Exception {
    switch (type) {
      case "execute" -> {
        await().untilAsserted(() -> assertThat(owner(instance).database()).isEqualTo("green"));
        QueryId query = execute(owner(instance).linkId(), 10_000);
        names.put(wanted.path("queryId").asText(), query.toString());
      }
      case "credit" ->
          command(
              new CreditCommand(query(wanted), target(instance), wanted.path("bytes").asLong()));
      case "cancel" -> command(new CancelCommand(query(wanted), target(instance)));
      default -> {
        // the gateway's own doing
      }
    }
  }

  private QueryId query(JsonNode wanted) {
    return QueryId.fromString(filled(wanted.path("queryId").asText()));
  }

  private void expectReplies(JsonNode types) throws Exception {
    for (JsonNode type : types) {
      byte[] reply = replies.nextBytes();
      String came = reply[0] == '{' ? json.readTree(reply).path("type").asText() : "rows";
      assertThat(came).isEqualTo(type.asText());
    }
  }

  /** Equal field by field; a placeholder takes the value it meets first. */
  private void compare(JsonNode wanted, JsonNode came) {
    assertThat(fields(came)).containsExactlyInAnyOrderElementsOf(fields(wanted));
    for (String field : fields(wanted)) {
      JsonNode value = wanted.path(field);
      if (value.isObject()) {
        compare(value, came.path(field));
      } else if (value instanceof TextNode text && text.asText().startsWith("${")) {
        String seen = came.path(field).asText();
        names.remove(VARIES);
        assertThat(names.computeIfAbsent(text.asText(), first -> seen)).isEqualTo(seen);
      } else {
        assertThat(came.path(field)).isEqualTo(value);
      }
    }
  }

  private static List<String> fields(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      filled = filled.replace(name.getKey(), name.getValue());
    }
    return filled;
  }
}
