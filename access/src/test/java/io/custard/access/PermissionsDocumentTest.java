package io.custard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PermissionsDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/permissions.md");

  /** Run with -Dcustard.regenerate=true to write the document anew. */
  @Test
  void documentListsEveryPermission() throws IOException {
    String expected = document();
    if (Boolean.getBoolean("custard.regenerate")) {
      Files.writeString(DOCUMENT, expected);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
  }

  private static String document() {
    return """
    # Who may do what

    Generated from `Permission` in `access/`; a test compares the two. Every operation of every service names one of
    these permissions (`x-permission` in its API description), or says that anybody may call it (`open`).

    Roles, each of which may do what those before may: `viewer`, `analyst`, `admin`, `owner`. **platform** stands for the
    administrators of the whole installation, who are nobody special inside an organisation.

    An API token needs the scope named here, and its person must have the role or level as well; where no scope is
    named, it takes a log-in. A level is what somebody may do with one connection:

    - owner and admin: `manage`, always;
    - anybody else with a grant of their own on the connection: that level, also where it is less than their role;
    - anybody else: where the connection is open to `members`, viewers `ask` and analysts `sql`; where it is open to
      `granted`, `none`.

    Levels are `none` < `ask` < `sql` < `manage`. For somebody with `none` the connection does not exist (404); somebody
    with less than needed gets 403.

    | permission | least role | level | scope of an API token | what it is |
    |---|---|---|---|---|
    """
        + Arrays.stream(Permission.values())
            .map(PermissionsDocumentTest::row)
            .collect(Collectors.joining())
        + """

        ## Scopes of API tokens

        | scope | what for |
        |---|---|
        """
        + Arrays.stream(Scope.values())
            .map(scope -> "| `%s` | %s |\n".formatted(scope.wireName(), scope.sentence()))
            .collect(Collectors.joining());
  }

  private static String row(Permission permission) {
    String role = permission.level() == null ? permission.leastRole().wireName() : "as the level";
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            permission,
            permission.forPlatform() ? "**platform**" : role,
            permission.level() == null ? "" : "`" + permission.level().wireName() + "`",
            permission.scope() == null ? "" : "`" + permission.scope().wireName() + "`",
            permission.sentence());
  }
}
