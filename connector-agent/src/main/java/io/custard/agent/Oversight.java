package io.custard.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.config.AgentFiles;
import io.custard.agent.config.InvalidSettings;
import io.custard.agent.ledger.Ledger;
import io.custard.agent.ledger.LedgerUnavailable;
import io.custard.agent.policy.InvalidPolicy;
import io.custard.agent.policy.PolicyFile;
import java.io.IOException;
import java.time.InstantSource;

/**
 * What the database's owner decides and sees: the policy in force and the ledger.
 *
 * @param clock what the ledger's times are taken from; deadlines never are
 */
public record Oversight(PolicyFile policy, Ledger ledger, InstantSource clock)
    implements AutoCloseable {
  /**
   * Opens both.
   *
   * @throws InvalidSettings if one of them cannot be used: the agent must not run without
   */
  public static Oversight open(ObjectMapper json, AgentFiles files) throws InvalidSettings {
    try {
      PolicyFile policy = PolicyFile.open(files.policy());
      return new Oversight(
          policy, Ledger.open(json, files.ledger(), Ledger.FILE_BYTES), InstantSource.system());
    } catch (InvalidPolicy e) {
      throw new InvalidSettings(sentence(e));
    } catch (LedgerUnavailable e) {
      throw new InvalidSettings(sentence(e) + " CUSTARD_LEDGER names the folder.");
    }
  }

  private static String sentence(Exception e) {
    return String.valueOf(e.getMessage());
  }

  @Override
  public void close() throws IOException {
    ledger.close();
  }
}
