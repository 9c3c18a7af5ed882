package io.custard.query.model.store;

import io.custard.query.model.JsonMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What is said of a model beside its name and key.
 *
 * @param id what its endpoint calls it
 * @param usual whether it is asked where nobody chooses
 */
public record Settings(
    URI baseUrl,
    String id,
    List<String> aliases,
    int contextTokens,
    int answerTokens,
    Duration timeout,
    JsonMode json,
    boolean usual) {
  public Settings {
    aliases = List.copyOf(aliases);
  }
}
