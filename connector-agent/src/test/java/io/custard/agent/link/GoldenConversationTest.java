package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.testkit.database.TestingPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Conversations with gateways one minor version older and newer than the agent. The files are
 * frozen: they are what those gateways say and may expect, so a change of the agent that breaks one
 * breaks a gateway in the field.
 *
 * <p>A line is what the gateway says, what the agent must say next, or a stop of the agent. The
 * agent may say more members than are written; {@code *} stands for any value. Health is left out:
 * it comes by the clock.
 */
class GoldenConversationTest extends LinkedAgent {
  private final ObjectMapper json = new ObjectMapper();
  private int heard;

  @ParameterizedTest
  @ValueSource(strings = {"gateway-minor-1", "gateway-minor-3"})
  void isHeldAsItIsWritten(String name) throws IOException {
    gateway.welcome(false);
    start(TestingPostgres.reader());

    for (String line : lines(name)) {
      JsonNode step = json.readTree(line);
      if (step.has("gateway")) {
        gateway.sendText(step.path("gateway").toString());
      } else if (step.has("stop")) {
        agent.stop(step.path("stop").asText()).toCompletionStage().toCompletableFuture().join();
      } else {
        expect(step.path("agent"));
      }
    }
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream file =
        GoldenConversationTest.class.getResourceAsStream("/conversations/" + name + ".jsonl")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private void expect(JsonNode wanted) throws IOException {
    await().until(() -> gateway.texts().size() > heard);
    JsonNode said = json.readTree(gateway.texts().get(heard++));
    assertThat(matches(wanted, said)).as("%s%ninstead of%n%s", said, wanted).isTrue();
  }

  private static boolean matches(JsonNode wanted, JsonNode said) {
    if (wanted.asText().equals("*")) {
      return !said.isMissingNode();
    }
    if (!wanted.isObject()) {
      return wanted.equals(said);
    }
    for (Map.Entry<String, JsonNode> member : wanted.properties()) {
      if (!matches(member.getValue(), said.path(member.getKey()))) {
        return false;
      }
    }
    return true;
  }
}
