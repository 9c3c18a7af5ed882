package io.custard.auth.member;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.util.UUID;
import java.util.function.Function;

/** Ids in addresses. One that is no id at all is as unknown as one that names nothing. */
public final class IdPath {
  private IdPath() {}

  public static UserId user(String text) {
    return read(text, UserId::fromString, ErrorCode.MEMBER_NOT_FOUND);
  }

  public static OrganisationId organisation(String text) {
    return read(text, OrganisationId::fromString, ErrorCode.ORGANISATION_NOT_FOUND);
  }

  public static UUID invitation(String text) {
    return read(text, UUID::fromString, ErrorCode.INVITATION_NOT_FOUND);
  }

  private static <T> T read(String text, Function<String, T> parse, ErrorCode unknown) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new CustardException(unknown, "List them to find the right id.", e);
    }
  }
}
