package io.custard.agent.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The policy in force. {@link #reload} reads the file again; a file that cannot be used leaves the
 * policy as it was and says why in the log: a typo must neither open nor stop the agent.
 */
public final class PolicyFile {
  private static final Logger LOG = Logger.getLogger(PolicyFile.class);

  private final @Nullable Path path;
  private volatile AgentPolicy current;
  private volatile String lastText;

  private PolicyFile(@Nullable Path path, String text, AgentPolicy policy) {
    this.path = path;
    this.lastText = text;
    this.current = policy;
  }

  /**
   * Reads the file for the first time.
   *
   * @throws InvalidPolicy if there is a path and no usable file: the agent must not start open
   */
  public static PolicyFile open(Optional<Path> path) throws InvalidPolicy {
    if (path.isEmpty()) {
      return new PolicyFile(null, "", AgentPolicy.OPEN);
    }
    String text = text(path.get());
    return new PolicyFile(path.get(), text, PolicyReader.read(text));
  }

  public AgentPolicy current() {
    return current;
  }

  /** SHA-256 of the file in force, in hexadecimal; {@link AgentPolicy#NO_HASH} without one. */
  public String hash() {
    return current.hash();
  }

  /** The policy in force in one line for people, without names or values. */
  public String summary() {
    return current.summary();
  }

  /** Takes over a changed file; blocks for the reading. */
  public void reload() {
    Path file = path;
    if (file == null) {
      return;
    }
    try {
      String text = text(file);
      if (!text.equals(lastText)) {
        lastText = text;
        current = PolicyReader.read(text);
        LOG.infof("Policy reloaded hash=%s", current.hash());
      }
    } catch (InvalidPolicy e) {
      LOG.errorf(
          "The changed policy cannot be used, the one before stays in force: %s", e.getMessage());
    }
  }

  private static String text(Path path) throws InvalidPolicy {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InvalidPolicy("The policy file %s cannot be read.".formatted(path));
    }
  }
}
