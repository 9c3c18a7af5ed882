package io.custard.query.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places, read from {@code prompts/<name>.txt}. The number in its name is its version:
 * a text that was in use is not changed, it gets a successor.
 */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]+)}}");

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  static Template named(String name) {
    String path = "/prompts/" + name + ".txt";
    try (InputStream file =
        Objects.requireNonNull(Template.class.getResourceAsStream(path), path)) {
      return new Template(new String(file.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts values in; what stands in a value is no place. */
  String with(Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(place ->
            Matcher.quoteReplacement(
                Objects.requireNonNull(values.get(place.group(1)), place.group(1))));
  }
}
