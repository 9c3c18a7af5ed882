package io.custard.query.meaning;

import io.custard.protocol.TableDescription;
import io.custard.translate.text.Identifiers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A text whose meaning is compared. It is made of the names and comments of a table or of a
 * question as it was asked, and of nothing else: a description has no cell, so none has a way in.
 */
public final class Wording {
  /** The model reads 512 pieces of words; more than this adds time and blurs the meaning. */
  private static final int LONGEST = 480;

  private static final int COMMENT = 120;

  private final String text;

  private Wording(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    this.text = cut.isBlank() ? "?" : cut;
  }

  /** Of a question. */
  public static Wording of(String question) {
    return new Wording(question.strip());
  }

  /** Of a table: its name, its comment, the names of its columns, their comments, while it fits. */
  public static Wording of(TableDescription table) {
    StringBuilder text = new StringBuilder(Identifiers.humanised(table.name()));
    comment(text, table.comment());
    StringJoiner names = new StringJoiner(", ", ": ", "");
    table.columns().forEach(column -> names.add(Identifiers.humanised(column.name())));
    text.append(names);
    table.columns().forEach(column -> comment(text, column.comment()));
    return new Wording(text.toString());
  }

  private static void comment(StringBuilder text, @Nullable String comment) {
    if (comment != null && !comment.isBlank()) {
      String stripped = comment.strip();
      text.append(". ")
          .append(stripped.length() > COMMENT ? stripped.substring(0, COMMENT) : stripped);
    }
  }

  /** The same for the same text, and for no other. */
  String fingerprint() {
    try {
      byte[] text = this.text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every platform has SHA-256", e);
    }
  }

  /** The text; at most 480 characters and never blank. */
  public String text() {
    return text;
  }
}
