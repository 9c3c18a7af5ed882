package io.custard.testkit.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What the model says to whom: the first turn that matches a request and is not used up answers it.
 *
 * <p>A file is {@code {"turns": [{"when": ["words", …], "times": 1, "say": {…}}]}}: all words must
 * stand somewhere in the messages, whatever their case; without {@code times} a turn is never used
 * up. {@code say} is read by {@link Reply#of}.
 */
public final class Script {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Turn> turns = new ArrayList<>();

  private static final class Turn {
    private final List<String> when;
    private final Reply say;
    private int left;

    private Turn(List<String> when, Reply say, int times) {
      this.when = when.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
      this.say = say;
      this.left = times;
    }
  }

  /** Reads a file beside a test class. */
  public static Script of(Class<?> test, String name) {
    try (InputStream file = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
      Script script = new Script();
      for (JsonNode turn : JSON.readTree(file).path("turns")) {
        List<String> when = new ArrayList<>();
        turn.path("when").forEach(word -> when.add(word.asText()));
        int times = turn.path("times").asInt(Integer.MAX_VALUE);
        script.turns.add(new Turn(when, Reply.of(turn.path("say")), times));
      }
      return script;
    } catch (IOException e) {
      throw new IllegalArgumentException(name + " is no script", e);
    }
  }

  /** Says the same to everybody. */
  public static Script always(Reply reply) {
    return new Script().then(reply, Integer.MAX_VALUE);
  }

  /** Adds a turn for whatever comes when those before are used up. */
  public Script then(Reply reply, int times, String... when) {
    turns.add(new Turn(List.of(when), reply, times));
    return this;
  }

  /** Fails as a server without an answer: a test that asks what it did not foresee is wrong. */
  synchronized Reply next(String messages) {
    String text = messages.toLowerCase(Locale.ROOT);
    for (Turn turn : turns) {
      if (turn.left > 0 && turn.when.stream().allMatch(text::contains)) {
        turn.left--;
        return turn.say;
      }
    }
    return new Reply.Failure(501, "not_in_script", "The script has no turn for this.", 0);
  }
}
