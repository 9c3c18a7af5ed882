package io.custard.gateway.life;

import io.custard.protocol.LedgerHead;
import io.custard.protocol.PolicySummary;
import io.custard.protocol.agent.Failed;
import io.custard.protocol.agent.Health;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes what an agent says fit to be logged and shown: control characters become spaces, texts have
 * a length, numbers are not negative, and a lamp is one of ours.
 */
final class Clean {
  /** Also what turns the direction of writing, which can make a text look like another. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private static final Pattern CONTROL_BUT_LINES =
      Pattern.compile("[[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]&&[^\\n\\t]]");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{1,128}");

  private static final int HASH_CHARACTERS = 128;
  private static final int CODE = 64;
  private static final int TEXT = 2_000;
  private static final int FINDING = 500;
  private static final int FINDINGS = 100;
  private static final int STATEMENTS = 10_000;
  private static final int SUMMARY = 500;

  private Clean() {}

  /** Of a failure only the message is free text; the code is looked up in our own list. */
  static Failed failed(Failed said) {
    return new Failed(said.queryId(), said.code(), line(said.message(), TEXT));
  }

  private static String line(String text, int most) {
    return cut(CONTROL.matcher(head(text, most)).replaceAll(" "), most);
  }

  private static @Nullable String lineOrNull(@Nullable String text, int most) {
    return text == null ? null : line(text, most);
  }

  static boolean isClean(String text) {
    return !CONTROL.matcher(text).find();
  }

  static Health health(Health said) {
    return new Health(
        lamp(said.database()),
        lineOrNull(said.code(), CODE),
        lineOrNull(said.message(), TEXT),
        lineOrNull(said.roleWarning(), TEXT),
        Math.max(0, said.inFlight()),
        findings(said.roleFindings()),
        lines(said.roleRepair()),
        said.draining(),
        policy(said.policy()),
        ledger(said.ledger()));
  }

  static @Nullable PolicySummary policy(@Nullable PolicySummary said) {
    return said == null
        ? null
        : new PolicySummary(line(said.hash(), HASH_CHARACTERS), line(said.summary(), SUMMARY));
  }

  /** A head that cannot be one is none: it is compared with, never shown. */
  static @Nullable LedgerHead ledger(@Nullable LedgerHead said) {
    boolean possible = said != null && said.lines() >= 0 && HASH.matcher(said.hash()).matches();
    return possible ? said : null;
  }

  private static String lamp(String said) {
    return said.equals(Health.GREEN) || said.equals(Health.RED) ? said : Health.UNKNOWN;
  }

  private static @Nullable List<String> findings(@Nullable List<String> said) {
    return said == null
        ? null
        : said.stream().limit(FINDINGS).map(text -> line(text, FINDING)).toList();
  }

  private static @Nullable String lines(@Nullable String said) {
    return said == null
        ? null
        : cut(CONTROL_BUT_LINES.matcher(head(said, STATEMENTS)).replaceAll(" "), STATEMENTS);
  }

  /** So that no more is looked at than is kept. */
  private static String head(String text, int most) {
    return text.substring(0, Math.min(text.length(), most));
  }

  /** Never through the middle of a character. */
  private static String cut(String text, int most) {
    boolean torn = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
    return torn && text.length() >= most ? text.substring(0, text.length() - 1) : text;
  }
}
