package io.custard.auth.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The bundled list of passwords that are tried first; its licence lies beside it. */
final class CommonPasswords {
  private static final String LIST = "common-passwords.txt";

  private final Set<String> words;

  private CommonPasswords(Set<String> words) {
    this.words = words;
  }

  static CommonPasswords read() {
    try (InputStream list =
            Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST), LIST);
        var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      return new CommonPasswords(lines.lines().collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In lower case. */
  boolean has(String word) {
    return words.contains(word);
  }
}
