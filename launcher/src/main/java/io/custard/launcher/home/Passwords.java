package io.custard.launcher.home;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.custard.cli.api.Json;
import io.custard.embedded.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The passwords and keys of one checkout: generated when first asked for and the same ever after.
 * Thread safe.
 */
public final class Passwords {
  private final Path file;
  private final Map<String, String> byName;

  private Passwords(Path file, Map<String, String> byName) {
    this.file = file;
    this.byName = byName;
  }

  public static Passwords of(Home home) throws IOException {
    Path file = home.secret("passwords.json");
    Map<String, String> known =
        Files.exists(file)
            ? Json.MAPPER.readValue(
                Files.readAllBytes(file), new TypeReference<TreeMap<String, String>>() {})
            : new TreeMap<>();
    return new Passwords(file, known);
  }

  public String of(String name) {
    return known(name, Secrets::password);
  }

  /** A key for AES-256 in base64 instead of a password. */
  public String key(String name) {
    return known(name, Secrets::key);
  }

  private synchronized String known(String name, Supplier<String> draw) {
    String known = byName.get(name);
    if (known != null) {
      return known;
    }
    String drawn = draw.get();
    byName.put(name, drawn);
    PrivateFiles.write(file, json());
    return drawn;
  }

  private String json() {
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(byName);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is always writable", e);
    }
  }
}
