package io.custard.agent.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * One line: {@code {"seq":2,"prev":"<hash of line 1>","entry":{…},"hash":"<hash of all before>"}}.
 *
 * <p>The hash is SHA-256 over the bytes of the line up to {@code ,"hash"}. They contain the hash of
 * the line before, so no line can change, vanish or move without the next one telling.
 */
public record LedgerLine(long seq, String prev, String hash) {
  private static final String MARK = ",\"hash\":\"";
  private static final int HASH_LENGTH = 64;
  private static final int TAIL = MARK.length() + HASH_LENGTH + "\"}".length();

  public LedgerLine {
    Objects.requireNonNull(prev);
    Objects.requireNonNull(hash);
  }

  /** What is hashed. */
  record Body(long seq, String prev, LedgerEntry entry) {}

  /** The text of the line that follows a head, without its line end. */
  static String text(ObjectMapper json, LedgerHead head, LedgerEntry entry) {
    try {
      String body = json.writeValueAsString(new Body(head.seq() + 1, head.hash(), entry));
      String start = body.substring(0, body.length() - 1);
      return start + MARK + sha256(start) + "\"}";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a ledger entry cannot be written", e);
    }
  }

  /**
   * Reads a line; empty if it has not the form or its own hash is not right. The entry itself is
   * not read: it may be of a kind that is newer than this build, and the hash holds it all the
   * same.
   */
  static Optional<LedgerLine> parse(ObjectMapper json, String text) {
    int end = text.length() - TAIL;
    if (end < 1 || !text.startsWith(MARK, end) || !text.endsWith("\"}")) {
      return Optional.empty();
    }
    String start = text.substring(0, end);
    String hash = text.substring(end + MARK.length(), text.length() - 2);
    if (!hash.equals(sha256(start))) {
      return Optional.empty();
    }
    try {
      JsonNode body = json.readTree(start + "}");
      return body.path("entry").isObject()
          ? Optional.of(new LedgerLine(body.path("seq").asLong(), body.path("prev").asText(), hash))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  LedgerHead head() {
    return new LedgerHead(seq, hash);
  }

  /** In hexadecimal, of the text in UTF-8. */
  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
