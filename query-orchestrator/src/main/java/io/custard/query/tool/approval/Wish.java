package io.custard.query.tool.approval;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.custard.query.connection.Connection;
import io.custard.query.tool.call.Tool;
import io.custard.query.tool.call.ToolCall;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/**
 * What a program wants to have done, as a person is asked about it.
 *
 * @param token the program's, by its public part
 * @param arguments in their canonical form
 * @param summary for the person; holds nothing that the program wrote
 */
record Wish(
    OrganisationId organisation,
    UserId user,
    String token,
    Subject subject,
    String arguments,
    String summary) {

  /** What a remembered approval is about. */
  record Subject(String tool, ConnectionId connection) {}

  static Wish of(Tool<?> tool, ToolCall<?> call, String arguments) {
    Connection on = call.connection();
    return new Wish(
        call.caller().organisationId(),
        call.caller().userId(),
        Objects.requireNonNull(call.caller().tokenId(), "only programs are asked about"),
        new Subject(tool.about().name(), on.id()),
        arguments,
        tool.about().consent() + " on the connection “" + on.name() + "”.");
  }

  UUID connectionId() {
    return subject.connection().value();
  }

  /** SHA-256 of the arguments, in hex. */
  String hash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(arguments.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Leaves the arguments out. */
  @Override
  public String toString() {
    return "Wish[" + subject + "]";
  }
}
