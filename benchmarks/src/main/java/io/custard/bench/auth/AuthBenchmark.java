package io.custard.bench.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.Benchmark;
import io.custard.bench.load.Latencies;
import io.custard.bench.load.Load;
import io.custard.bench.stack.ProcessTree;
import io.custard.bench.stack.Script;
import io.custard.bench.stack.Stack;
import io.custard.cli.api.ApiProblem;
import io.custard.cli.api.CustardApi;
import io.custard.cli.api.Json;
import io.custard.cli.api.NotRunningException;
import io.custard.cli.api.RunContext;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * {@code bench auth}: log-ins, as a ratio to the same number of bare Argon2id hashes in this
 * program, and verifications of access tokens, as a ratio to bare ES256 verifications; ratios are
 * of processor time, which other load on the machine changes little. Whoever asks with a forged
 * signature is verified in full each time; a token that was let in before is known again by its
 * hash; without a token there is nothing to verify.
 */
public final class AuthBenchmark implements Benchmark {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final Load LOGINS = new Load(CORES, 40, 300);
  private static final Load REQUESTS = new Load(2 * CORES, 8_000, 20_000);

  /** This program, for what it does alone. */
  private static final ProcessTree OWN = new ProcessTree(ProcessHandle.current().pid(), Set.of());

  private final Path home;
  private final PrintStream progress;

  public AuthBenchmark(Path home, PrintStream progress) {
    this.home = home;
    this.progress = progress;
  }

  @Override
  public ObjectNode measure() throws Exception {
    ObjectNode figures = Json.MAPPER.createObjectNode();
    try (Stack stack = Stack.runningOrOwn(new Script(home, progress));
        CustardApi api = new CustardApi(stack.context().url())) {
      RunContext context = stack.context();
      logins(stack, api, context, figures);
      verifications(stack, api.login(context.email(), context.password()), figures);
    }
    return figures;
  }

  private void logins(Stack stack, CustardApi api, RunContext context, ObjectNode figures)
      throws Exception {
    BareHash hash = BareHash.asStored(stack);
    progress.println("bench: bare Argon2id, " + CORES + " at a time");
    Rate bare = Rate.of(LOGINS, () -> hash::check, OWN);
    progress.println("bench: log-ins, " + CORES + " at a time");
    Rate logins = Rate.of(LOGINS, () -> () -> isIn(api, context), process(stack, "auth-service"));
    figures.set("argon2id", hash.figures());
    figures.set("bare_argon2id", bare.figures());
    figures.set("log_in", logins.figures());
    figures.put(
        "log_in_to_bare_argon2id_cpu", Latencies.rounded(logins.cpuMicros() / bare.cpuMicros()));
    figures.put("log_ins_to_bare_argon2id_rate", Latencies.rounded(logins.ratioTo(bare)));
  }

  private static boolean isIn(CustardApi api, RunContext context) throws NotRunningException {
    try {
      api.login(context.email(), context.password());
      return true;
    } catch (ApiProblem e) {
      return false; // one too many
    }
  }

  private void verifications(Stack stack, String token, ObjectNode figures) throws Exception {
    progress.println("bench: bare ES256");
    Rate bare = Rate.of(REQUESTS, BareSignature::caller, OWN);
    figures.set("bare_es256", bare.figures());
    ProcessTree service = process(stack, "query-orchestrator");
    double[] cpu = new double[3];
    List<Requests> kinds = Requests.kinds(service, token);
    for (Requests kind : kinds) { // all of them before the first is measured
      REQUESTS.run(kind);
    }
    for (int i = 0; i < kinds.size(); i++) {
      Requests kind = kinds.get(i);
      progress.println("bench: requests with " + kind.name().replace('_', ' '));
      Rate rate = Rate.of(REQUESTS, kind, service);
      cpu[i] = rate.cpuMicros();
      figures.set("request_with_" + kind.name(), rate.figures());
    }
    double known = Math.max(0, cpu[1] - cpu[0]);
    double full = Math.max(0, cpu[2] - cpu[0]);
    figures.put("known_token_cpu_micros", Latencies.rounded(known));
    figures.put("verification_cpu_micros", Latencies.rounded(full));
    figures.put("verifications_per_second_of_cpu", Math.round(1e6 / Math.max(1, full)));
    figures.put("verification_to_bare_es256", Latencies.rounded(full / bare.cpuMicros()));
  }

  private static ProcessTree process(Stack stack, String name) throws Exception {
    ProcessTree process = stack.processes().get(name);
    if (process == null) {
      throw new IllegalStateException("there is no " + name);
    }
    return process;
  }
}
