package io.custard.auth.password;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.custard.auth.context.CallingContext;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords on few threads of its own: Argon2id needs much memory and time, so
 * neither the event loop nor an unbounded pool may run it. When too many wait, the request is
 * refused. Results come back on the Vert.x context that subscribed.
 */
@ApplicationScoped
public class Passwords {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Argon2Function argon2;
  private final ExecutorService threads;
  private final String nobodysHash;

  Passwords(PasswordConfig config) {
    this.argon2 =
        Argon2Function.getInstance(
            config.memoryKib(), config.iterations(), config.lanes(), HASH_BYTES, Argon2.ID);
    this.threads =
        new ThreadPoolExecutor(
            config.concurrent(),
            config.concurrent(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(config.waiting()),
            Thread.ofPlatform().daemon().name("argon2-", 0).factory());
    this.nobodysHash = nobodysHash(config);
  }

  /** Hashes with a new salt and the configured cost. */
  public Uni<String> hash(String password) {
    return run(() -> argon2.hash(bytes(password), random(SALT_BYTES)).getResult());
  }

  /** Whether the password belongs to the hash, by the cost the hash was made with. */
  public Uni<Boolean> matches(String password, String hash) {
    return run(() -> Argon2Function.getInstanceFromHash(hash).check(bytes(password), ascii(hash)));
  }

  /** Whether the hash was made with another cost than is configured now. */
  public boolean isOutdated(String hash) {
    return !argon2.equals(Argon2Function.getInstanceFromHash(hash));
  }

  /** Does the work of {@link #matches} for an account that does not exist; always false. */
  public Uni<Boolean> matchesNobody(String password) {
    return matches(password, nobodysHash).replaceWith(false);
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  private <T> Uni<T> run(Supplier<T> work) {
    return Uni.createFrom()
        .deferred(() ->
            Uni.createFrom()
                .item(work)
                .runSubscriptionOn(threads)
                .emitOn(CallingContext.executor()))
        .onFailure(RejectedExecutionException.class)
        .transform(Passwords::busy);
  }

  private static CustardException busy(Throwable cause) {
    return new CustardException(
        ErrorCode.UPSTREAM_UNAVAILABLE,
        "Too many people log in at this moment; try again in a few seconds.",
        cause);
  }

  /** A hash of the configured cost that belongs to no password; making it costs nothing. */
  private static String nobodysHash(PasswordConfig config) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            Argon2Function.ARGON2_VERSION_13,
            config.memoryKib(),
            config.iterations(),
            config.lanes(),
            base64.encodeToString(random(SALT_BYTES)),
            base64.encodeToString(random(HASH_BYTES)));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytes(String password) {
    return PasswordRules.normalised(password).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String hash) {
    return hash.getBytes(StandardCharsets.US_ASCII);
  }
}
